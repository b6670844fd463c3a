import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'config/app.txt')],
  });
  bucket.grantRead(taskDefinition.obtainExecutionRole(), 'config/*');
};

export const plain: Fix = ({ stack, image, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'config/app.env')],
  });
  bucket.grantRead(taskDefinition.obtainExecutionRole(), 'config/*');
};

export const guarded: Fix = ({ stack, cluster, image, bucket }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'config/app.env')],
  });
};

export const refused: Fix = ({ stack, cluster, image, bucket }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'config/app.json')],
  });
};
