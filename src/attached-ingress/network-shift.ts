import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { NetworkListenerOptions } from './network-listener-options';
import { transportsOf } from './network-transports';
import { waitsBetween } from '../deployment/deployment-config';
import { ServiceTraffic } from '../deployment/service-traffic';
import { dplBluegreenWiring } from '../gotchas/dpl/dpl-bluegreen-wiring';
import { dplStrategyConfigMismatch } from '../gotchas/dpl/dpl-strategy-config-mismatch';
import { refuse } from '../gotchas/enforce';
import { shiftRole } from '../ingress/shift/shift-traffic';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html';
/** ECS waits as long after each change of the weights, until the load balancer is sure to follow them. */
const DELAY_MINUTES = 10;
const MOST_STACK_MINUTES = 36 * 60;

/** A listener for test traffic, beside one for real traffic. */
export interface TestListener {
  readonly port: number;
  readonly peers: readonly ec2.IConnectable[];
}

/** Shift of the connections of one listener by deployments. */
export interface NetworkShift {
  readonly role: iam.IRole;
  readonly test?: TestListener;
}

/** Shifts of the listeners in their order, and none for services in rolling deployments. The port of test traffic is the first listener's. */
export function networkShift(scope: Construct, { service }: IEcsWorkload): (index: number) => NetworkShift | undefined {
  const traffic = ServiceTraffic.of(service);
  const { shift } = traffic;
  if (!shift) return () => undefined;
  const role = shiftRole(scope, shift);
  const test = testListenerOf(traffic);
  traffic.bring({ tested: test !== undefined });
  return (index) => ({ role, test: index === 0 ? test : undefined });
}

/** All to the first target group. From then on the weights are the deployment's, which CloudFormation knows nothing of. */
export function weighted(blue: elbv2.NetworkTargetGroup, green: elbv2.NetworkTargetGroup): elbv2.NetworkListenerAction {
  return elbv2.NetworkListenerAction.weightedForward([{ targetGroup: blue, weight: 100 }, { targetGroup: green, weight: 0 }]);
}

/** Throws for a deployment that this load balancer can't move the connections in. */
export function checkNetworkShift(at: string, { service }: IEcsWorkload, listeners: readonly NetworkListenerOptions[]): void {
  const traffic = ServiceTraffic.of(service);
  const test = testListenerOf(traffic);
  checkTestPort(at, test, listeners);
  const { bakeTime, steps } = traffic.shift ?? {};
  if (!bakeTime || bakeTime.isUnresolved() || (steps && (Token.isUnresolved(steps.percent) || steps.bakeTime.isUnresolved()))) return;
  const waits = steps ? waitsBetween(steps) : 0;
  const delays = (waits + (test ? 2 : 1)) * DELAY_MINUTES;
  const minutes = bakeTime.toMinutes() + waits * (steps?.bakeTime.toMinutes() ?? 0) + delays;
  if (minutes <= MOST_STACK_MINUTES) return;
  refuse({
    headline: `service takes ${minutes} minutes to deploy, ${delays} of them because ECS waits ${DELAY_MINUTES} each time that it shifts traffic of a Network Load Balancer`,
    gotcha: dplStrategyConfigMismatch,
    at,
    property: 'service',
    why: 'CloudFormation gives up after 36 hours (2160 minutes).',
    fix: 'shorten bakeTime or the steps of its deployment, or move more traffic at once',
    docs: DOCS,
  });
}

/** Listener of test traffic; none if it is marked by a header, or if the service's own ingress has the port. */
function testListenerOf({ shift, isTested }: ServiceTraffic): TestListener | undefined {
  const { port, allowFrom = [] } = shift?.testTraffic?._config ?? {};
  return port === undefined || isTested ? undefined : { port, peers: allowFrom };
}

function checkTestPort(at: string, test: TestListener | undefined, listeners: readonly NetworkListenerOptions[]): void {
  if (!test || Token.isUnresolved(test.port)) return;
  const transports = transportsOf(listeners[0].protocol);
  const index = listeners.findIndex(({ port, protocol }) => port === test.port && transportsOf(protocol).some((one) => transports.includes(one)));
  if (index < 0) return;
  refuse({
    headline: `listeners[${index}].port is ${test.port}, where the deployment of the service has its testTraffic`,
    gotcha: dplBluegreenWiring,
    at,
    property: `listeners[${index}].port`,
    why: 'A port of a load balancer belongs to one listener, so production and test traffic need a port each.',
    fix: 'choose another port for testTraffic: TestTraffic.onPort(8443)',
    docs: DOCS,
  });
}
