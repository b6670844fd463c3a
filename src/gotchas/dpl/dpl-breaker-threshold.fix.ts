import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CircuitBreakerThreshold, Deployment, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.ThresholdConfiguration', {
    Type: 'COUNT',
    Value: 0,
  });
};

export const plain: Fix = ({ service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.ThresholdConfiguration', {
    Type: 'COUNT',
    Value: 5,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    deployment: Deployment.rolling({ circuitBreakerThreshold: CircuitBreakerThreshold.taskCount(5) }),
  });
};
