import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, FireLensLogs, LogDestination } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    user: '1000',
    logging,
  });
  taskDefinition.addContainer('worker', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    logging: ecs.LogDrivers.firelens({ options: { Name: 'null' } }),
  });
};

export const plain: Fix = ({ taskDefinition, logging }) => {
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    user: '0',
    logging,
  });
  taskDefinition.addContainer('worker', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    logging: ecs.LogDrivers.firelens({ options: { Name: 'null' } }),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new FireLensLogs(stack, 'Logs', { task: worker, destination: LogDestination.cloudWatch() });
};
