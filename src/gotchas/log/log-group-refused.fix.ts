import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const logGroup = new logs.LogGroup(stack, 'AppLogs', { retention: 45 as logs.RetentionDays });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};

export const plain: Fix = ({ stack, image }) => {
  const logGroup = new logs.LogGroup(stack, 'AppLogs', { retention: logs.RetentionDays.TWO_MONTHS });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};
