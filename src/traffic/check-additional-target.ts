import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { AdditionalTargetProps } from './additional-target';
import { checkSeconds, checkText, checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import { checkAdditional } from '../ingress/additional-ingress';
import { DEFAULT_HEALTH_CHECK, targetTypeFor } from '../ingress/target-group';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html';
const HEALTH_CHECK_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html';
const MOST = 5;

/** Throws for props that can't be right, or that ECS does not take together. */
export function checkAdditionalTarget(at: string, props: AdditionalTargetProps): void {
  const { service: workload, ingress, containerName, targetHealthCheck, deregistrationDelay } = props;
  const refuseProp = (property: string, headline: string, fix: string, id?: string) => refuse({ headline, id, at, property, fix, docs: DOCS });
  checkWholeNumber(at, 'containerPort', props.containerPort, { min: 1, max: 65535, docs: DOCS });
  checkSeconds(at, 'deregistrationDelay', deregistrationDelay, { min: 0, max: 3600, docs: DOCS });
  checkHealthCheck(at, props);
  if (containerName !== undefined && !workload.taskDefinition.findContainer(containerName)) {
    refuseProp('containerName', `containerName is ${Token.isUnresolved(containerName) ? 'a token' : `'${containerName}'`}, which is no container of the task`,
      `use the name of a container of the task, or leave it out for '${workload.mainContainer.containerName}'`, 'net-lb-container-port-missing');
  }
  if ((workload as { readonly alternateTargetGroup?: unknown }).alternateTargetGroup) {
    refuseProp('service', 'service moves its traffic between two target groups when it deploys, this one would have no second',
      'use Deployment.rolling() for the service, or give this traffic a service of its own', 'dpl-bluegreen-wiring');
  }
  const registered = (workload.service as unknown as { readonly loadBalancers: readonly ecs.CfnService.LoadBalancerProperty[] }).loadBalancers;
  if (registered.length >= MOST) {
    refuseProp('service', `service is in ${registered.length} target groups, ECS registers it in ${MOST} at most`, 'give this traffic a service of its own');
  }
  checkAdditional(at, ingress, { targetHealthCheck, deregistrationDelay, targetType: targetTypeFor(workload.taskDefinition.networkMode) });
}

function checkHealthCheck(at: string, { targetHealthCheck: given = {} }: AdditionalTargetProps): void {
  const of = (property: string) => `targetHealthCheck.${property}`;
  checkSeconds(at, of('interval'), given.interval, { min: 5, max: 300, docs: HEALTH_CHECK_DOCS });
  checkSeconds(at, of('timeout'), given.timeout, { min: 2, max: 120, docs: HEALTH_CHECK_DOCS });
  for (const property of ['healthyThresholdCount', 'unhealthyThresholdCount'] as const) {
    checkWholeNumber(at, of(property), given[property], { min: 2, max: 10, docs: HEALTH_CHECK_DOCS });
  }
  checkText(at, of('path'), given.path, /^\/.{0,1023}$/, 'begins with a slash and has 1024 characters at most', HEALTH_CHECK_DOCS);
  const { interval = DEFAULT_HEALTH_CHECK.interval, timeout = DEFAULT_HEALTH_CHECK.timeout } = given;
  if (interval.isUnresolved() || timeout.isUnresolved() || timeout.toSeconds() < interval.toSeconds()) return;
  refuse({
    headline: `${of('timeout')} is ${timeout.toSeconds()} seconds, it has to be less than the interval of ${interval.toSeconds()} seconds`,
    id: 'net-health-check-misfit',
    at,
    property: of('timeout'),
    fix: 'shorten targetHealthCheck.timeout or lengthen targetHealthCheck.interval',
    docs: HEALTH_CHECK_DOCS,
  });
}
