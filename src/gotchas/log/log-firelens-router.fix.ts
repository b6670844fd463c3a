import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

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
