import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Deployment, EarlySuccessCleanup, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 80,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.EarlySuccessCriteria', {
    Enable: true,
    HealthyPercent: 50,
    SourceServiceRevisionCleanup: 'DEFERRED',
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 80,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.EarlySuccessCriteria', {
    Enable: true,
    HealthyPercent: 90,
    SourceServiceRevisionCleanup: 'DEFERRED',
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    deployment: Deployment.rolling({
      minHealthyPercent: 80,
      earlySuccess: { healthyPercent: 90, cleanup: EarlySuccessCleanup.DEFERRED },
    }),
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    deployment: Deployment.rolling({ minHealthyPercent: 100, earlySuccess: { healthyPercent: 90 } }),
  });
};
