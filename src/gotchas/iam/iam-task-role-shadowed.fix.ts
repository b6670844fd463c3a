import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, bucket, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging, environment: { AWS_PROFILE: 'shop-dev', STAGE: 'prod' } });
  bucket.grantRead(taskDefinition.taskRole);
};

export const plain: Fix = ({ stack, image, bucket, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging, environment: { STAGE: 'prod' } });
  bucket.grantRead(taskDefinition.taskRole);
};
