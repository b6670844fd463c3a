import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const logGroup = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.INFINITE });
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const logGroup = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH });
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, logging: { retention: logs.RetentionDays.ONE_WEEK } });
};
