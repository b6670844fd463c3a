import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { ServiceTraffic } from '../deployment/service-traffic';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Returns true if deployments move the traffic between two target groups, also for services of other libraries. */
export function movesTraffic(workload: IEcsWorkload): boolean {
  return ServiceTraffic.of(workload.service).shift !== undefined || isOfCodeDeploy(workload);
}

/** Returns true if CodeDeploy moves the traffic, and not ECS itself. */
export function isOfCodeDeploy({ service }: IEcsWorkload): boolean {
  const { deploymentController } = cfnServiceOf(service);
  return (deploymentController as ecs.CfnService.DeploymentControllerProperty | undefined)?.type === 'CODE_DEPLOY';
}
