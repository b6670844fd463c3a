import type { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Duration, Token } from 'aws-cdk-lib/core';
import { checkKind } from '../checks/check-kind';
import { deploymentOf } from './service-deployment-props';
import type { WebServiceProps } from './service-props';
import { checkSeconds, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkHealthPort, checkNetworkMode } from '../checks/reachable';
import { vpcOf } from '../checks/subnets';
import { planContainers, type ContainerPlan } from '../containers/container-plan';
import { refuse } from '../gotchas/enforce';
import { netGracePeriodMissing } from '../gotchas/net/net-grace-period-missing';
import { netLbContainerPortMissing } from '../gotchas/net/net-lb-container-port-missing';
import { netServiceWithoutLoadBalancer } from '../gotchas/net/net-service-without-load-balancer';
import { checkTargetHealthCheck } from '../ingress/check-target-health';
import { targetTypeFor } from '../ingress/target-group';

const GRACE_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html';

/** Throws for props of a web service that can't be right, or that contradict each other. */
export function checkWebService(at: string, props: WebServiceProps, targetContainerName: string, networkMode: NetworkMode): void {
  checkRequired(at, props);
  checkWholeNumber(at, 'containerPort', props.containerPort, { min: 1, max: 65535 });
  checkSeconds(at, 'deregistrationDelay', props.deregistrationDelay, { min: 0, max: 3600 });
  checkSeconds(at, 'healthCheckGracePeriod', props.healthCheckGracePeriod, { min: 0, max: MAX_INT, docs: GRACE_DOCS });
  checkTargetHealthCheck(at, props.targetHealthCheck);
  checkNetworkMode(at, networkMode, 'networkMode');
  checkHealthPort(at, 'targetHealthCheck.port', props.targetHealthCheck?.port, networkMode);
  checkKind(at, 'ingress', props.ingress, '_check', 'an Ingress: Ingress.publicHttp()');
  props.ingress._check(at, { ...props, targetType: targetTypeFor(networkMode) }, deploymentOf(props), vpcOf(at, props.cluster));
  const plans = planContainers(props);
  checkTarget(at, props, plans, targetContainerName);
  checkGracePeriod(at, props, plans);
}

/** The types require it already, but not for JavaScript. */
function checkRequired(at: string, props: WebServiceProps): void {
  for (const property of ['ingress', 'containerPort'] as const) {
    if (props[property] !== undefined) continue;
    refuse({
      headline: `${property} is left out, no traffic would reach the service`,
      gotcha: netServiceWithoutLoadBalancer,
      at,
      property,
      fix: `pass the ${property}, or use the worker service if there is no traffic`,
    });
  }
}

/** As long as the container health checks may take to get healthy, and 60 s at least. */
export function gracePeriodFor(props: WebServiceProps): Duration {
  const seconds = planContainers(props).map(({ options: { healthCheck } }) => {
    if (!healthCheck) return 0;
    const { startPeriod = Duration.seconds(0), interval = Duration.seconds(30), retries = 3 } = healthCheck;
    if (startPeriod.isUnresolved() || interval.isUnresolved()) return 0;
    return Math.ceil(startPeriod.toSeconds({ integral: false }) + interval.toSeconds({ integral: false }) * retries);
  });
  return Duration.seconds(Math.max(60, ...seconds));
}

function checkTarget(at: string, { containerPort }: WebServiceProps, [main, ...sidecars]: readonly ContainerPlan[], target: string): void {
  if (target === main.name) return;
  const sidecar = sidecars.find(({ name }) => name === target);
  if (sidecar?.ports.includes(containerPort)) return;
  refuse({
    headline: sidecar
      ? `containerPort is ${written(containerPort)}, container '${target}' has the containerPorts ${sidecar.ports.map(written).join(', ') || 'none'}`
      : `targetContainerName is ${Token.isUnresolved(target) ? 'a token' : `'${target}'`}, the containers are ${[main, ...sidecars].map(({ name }) => name).join(', ')}`,
    gotcha: netLbContainerPortMissing,
    at,
    property: sidecar ? 'containerPort' : 'targetContainerName',
    fix: sidecar ? `add ${written(containerPort)} to the containerPorts of the sidecar` : 'use the name of a container of the task',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  });
}

function written(port: number): string {
  return Token.isUnresolved(port) ? 'a token' : `${port}`;
}

function checkGracePeriod(at: string, { healthCheckGracePeriod: grace }: WebServiceProps, plans: readonly ContainerPlan[]): void {
  for (const { name, options: { healthCheck } } of plans) {
    const startPeriod = healthCheck?.startPeriod;
    if (!grace || !startPeriod || grace.isUnresolved() || startPeriod.isUnresolved()) continue;
    if (grace.toSeconds({ integral: false }) >= startPeriod.toSeconds({ integral: false })) continue;
    refuse({
      headline: `healthCheckGracePeriod is ${grace.toSeconds({ integral: false })} seconds, container '${name}' has a start period of ${startPeriod.toSeconds({ integral: false })} seconds`,
      gotcha: netGracePeriodMissing,
      at,
      property: 'healthCheckGracePeriod',
      why: 'ECS replaces a task that is unhealthy for the load balancer after the grace period, even within the start period of the container.',
      fix: `set healthCheckGracePeriod to ${startPeriod.toSeconds({ integral: false })} seconds or more, or leave it out`,
      docs: GRACE_DOCS,
    });
  }
}
