import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyDeletionOverride('ContainerDefinitions.0.LogConfiguration.Options.awslogs-region');
};

export const plain: Fix = ({ stack, image, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app' }) });
};

export const guarded: Fix = ({ stack, cluster, image, logGroup }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, logging: { logGroup } });
};
