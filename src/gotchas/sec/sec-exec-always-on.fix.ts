import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ExecAccess, ExecAudit, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, taskDefinition, logGroup }) => {
  const cluster = new ecs.Cluster(stack, 'Recorded', {
    vpc,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: logGroup },
    },
  });
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, vpc, taskDefinition, logGroup }) => {
  const cluster = new ecs.Cluster(stack, 'Recorded', {
    vpc,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: logGroup },
    },
  });
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    enableExecuteCommand: stack.node.tryGetContext('debug') === 'shop',
  });
};

export const guarded: Fix = ({ stack, vpc, image }) => {
  const cluster = new ecs.Cluster(stack, 'Audited', { vpc });
  new ExecAudit(stack, 'Audit', { cluster });
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  const onCall = iam.Role.fromRoleName(stack, 'OnCall', 'on-call');
  new ExecAccess(stack, 'Exec', { service: worker, allow: [onCall] });
};
