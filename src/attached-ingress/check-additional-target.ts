import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { AdditionalTargetProps } from './additional-target';
import { movesTraffic } from './moves-traffic';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import { checkHealthPort, checkReachable, hostPortsOf } from '../checks/reachable';
import { vpcOf } from '../checks/subnets';
import type { GotchaDefinition } from '../gotchas/definition';
import { dplBluegreenWiring } from '../gotchas/dpl/dpl-bluegreen-wiring';
import { refuse } from '../gotchas/enforce';
import { netLbContainerPortMissing } from '../gotchas/net/net-lb-container-port-missing';
import { checkAdditional } from '../ingress/additional-ingress';
import { checkTargetHealthCheck } from '../ingress/check-target-health';
import { targetTypeFor } from '../ingress/target-group';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html';
const MOST = 5;

/** Throws for props that can't be right, or that ECS does not take together. */
export function checkAdditionalTarget(at: string, props: AdditionalTargetProps): void {
  checkReachable(at, props.service);
  const { service: workload, ingress, containerName, targetHealthCheck, deregistrationDelay } = props;
  const { networkMode } = workload.taskDefinition;
  const refuseProp = (property: string, headline: string, fix: string, gotcha?: GotchaDefinition) => (
    refuse({ headline, gotcha, at, property, fix, docs: DOCS }));
  checkWholeNumber(at, 'containerPort', props.containerPort, { min: 1, max: 65535, docs: DOCS });
  checkSeconds(at, 'deregistrationDelay', deregistrationDelay, { min: 0, max: 3600, docs: DOCS });
  checkTargetHealthCheck(at, targetHealthCheck);
  checkHealthPort(at, 'targetHealthCheck.port', targetHealthCheck?.port, networkMode, hostPortsOf(workload.taskDefinition));
  if (containerName !== undefined && !workload.taskDefinition.findContainer(containerName)) {
    refuseProp('containerName', `containerName is ${Token.isUnresolved(containerName) ? 'a token' : `'${containerName}'`}, which is no container of the task`,
      `use the name of a container of the task, or leave it out for '${workload.mainContainer.containerName}'`, netLbContainerPortMissing);
  }
  if (movesTraffic(workload)) {
    refuseProp('service', 'service moves its traffic between two target groups when it deploys, this one would have no second',
      'use Deployment.rolling() for the service, or create a separate service for this traffic', dplBluegreenWiring);
  }
  const registered = (workload.service as unknown as { readonly loadBalancers: readonly ecs.CfnService.LoadBalancerProperty[] }).loadBalancers;
  if (registered.length >= MOST) {
    refuseProp('service', `service is in ${registered.length} target groups, ECS registers it in ${MOST} at most`, 'create a separate service for this traffic');
  }
  const wanted = { targetHealthCheck, deregistrationDelay, targetType: targetTypeFor(networkMode) };
  checkAdditional(at, ingress, wanted, vpcOf(at, workload.service.cluster));
}
