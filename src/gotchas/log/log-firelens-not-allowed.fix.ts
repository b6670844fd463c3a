import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, FireLensLogs, LogDestination } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging,
  });
  const options = {
    Name: 'cloudwatch_logs', region: stack.region, log_group_name: logGroup.logGroupName, log_stream_prefix: 'app-',
  };
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.firelens({ options }) });
};

export const plain: Fix = ({ stack, image, logging, logGroup }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addFirelensLogRouter('router', {
    image: ecs.obtainDefaultFluentBitECRImage(taskDefinition),
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
    logging,
  });
  const options = {
    Name: 'cloudwatch_logs', region: stack.region, log_group_name: logGroup.logGroupName, log_stream_prefix: 'app-',
  };
  taskDefinition.addContainer('app', { image, logging: ecs.LogDrivers.firelens({ options }) });
  logGroup.grantWrite(taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new FireLensLogs(stack, 'Logs', { task: worker, destination: LogDestination.cloudWatch() });
};
