import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, FireLensLogs, LogDestination } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    essential: false,
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'router' }),
  });
  taskDefinition.addContainer('app', {
    image,
    logging: ecs.LogDrivers.firelens({ options: { Name: 'firehose', region: stack.region, delivery_stream: 'app' } }),
  });
};

export const plain: Fix = ({ stack, image, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'router' }),
  });
  taskDefinition.addContainer('app', {
    image,
    logging: ecs.LogDrivers.firelens({ options: { Name: 'firehose', region: stack.region, delivery_stream: 'app' } }),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new FireLensLogs(stack, 'Logs', { task: worker, destination: LogDestination.cloudWatch() });
};
