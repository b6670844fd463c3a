import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, FireLensLogs, LogDestination } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging,
  });
  taskDefinition.addContainer('app', {
    image, logging: ecs.LogDrivers.firelens({ options: { Name: 's3', region: stack.region } }),
  });
  bucket.grantPut(taskDefinition.taskRole);
};

export const plain: Fix = ({ stack, image, logging, bucket }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging,
  });
  const options = { Name: 's3', region: stack.region, bucket: bucket.bucketName };
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.firelens({ options }) });
  bucket.grantPut(taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image, bucket }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new FireLensLogs(stack, 'Logs', { task: worker, destination: LogDestination.s3({ bucket }) });
};
