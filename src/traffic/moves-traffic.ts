import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IEcsWorkload } from '../services/ecs-workload';

/** Whether deployments move the traffic between two target groups, also those of services that were made without this library. */
export function movesTraffic({ service }: IEcsWorkload): boolean {
  const { deploymentConfiguration, deploymentController } = service.node.findChild('Service') as ecs.CfnService;
  const { strategy = 'ROLLING' } = (deploymentConfiguration ?? {}) as ecs.CfnService.DeploymentConfigurationProperty;
  const { type = 'ECS' } = (deploymentController ?? {}) as ecs.CfnService.DeploymentControllerProperty;
  return strategy !== 'ROLLING' || type === 'CODE_DEPLOY';
}
