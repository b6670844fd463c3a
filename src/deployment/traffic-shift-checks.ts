import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { DeploymentConfig } from './deployment-config';
import { ServiceTraffic } from './service-traffic';
import { dplBluegreenWiring } from '../gotchas/dpl/dpl-bluegreen-wiring';
import { dplStrategyConfigMismatch } from '../gotchas/dpl/dpl-strategy-config-mismatch';
import { refuse, render, type GotchaMessage } from '../gotchas/message';

/** Throws for what no part that is added to a worker could bring. */
export function checkWorkerShift(at: string, { shift, codeDeploy }: DeploymentConfig): void {
  if (codeDeploy) {
    refuse({
      headline: 'deployment moves traffic by CodeDeploy, and the service has no ingress',
      gotcha: dplBluegreenWiring,
      at,
      property: 'deployment',
      fix: 'use Deployment.blueGreen() with a NetworkIngress or Service Connect, or a web service if the traffic is HTTP',
    });
  }
  const { listener, priority } = shift?.testTraffic?._config ?? {};
  if (listener === undefined && priority === undefined) return;
  refuse({
    headline: `deployment.testTraffic ${listener ? 'is on a listener' : 'has a priority'}, which is for the rules of an Application Load Balancer`,
    gotcha: dplBluegreenWiring,
    at,
    property: 'deployment.testTraffic',
    fix: "use TestTraffic.onPort(8443) with a NetworkIngress, TestTraffic.withHeader('X-Preview', ['green']) with Service Connect, or a web service",
  });
}

/** Errors for a worker without a part that routes its traffic or test traffic. Parts are created after the service: this runs at synthesis. */
export function trafficShiftErrors(at: string, service: ecs.BaseService, { strategy, shift }: DeploymentConfig): string[] {
  if (!shift) return [];
  const { isMoved, isTested } = ServiceTraffic.of(service);
  return [
    // A blue/green deployment takes that: it runs all new tasks beside the old ones, for as long as it bakes.
    ...isMoved || strategy === 'BLUE_GREEN' ? [] : [nothingToMove(strategy)],
    ...isTested || !shift.testTraffic ? [] : [nothingToTest(shift.testTraffic._config.port !== undefined)],
  ].map((message) => render({ ...message, at }));
}

type Said = Omit<GotchaMessage, 'at'>;

function nothingToMove(strategy: string): Said {
  return {
    headline: `deployment (${strategy}) moves traffic in parts, and nothing brings the service any`,
    gotcha: dplStrategyConfigMismatch,
    property: 'deployment',
    why: 'ECS moves traffic in parts by a load balancer or by Service Connect.',
    fix: 'add a NetworkIngress, or a ServiceConnectDiscovery with endpoints; without traffic, use Deployment.blueGreen() or rolling()',
  };
}

function nothingToTest(isOnPort: boolean): Said {
  return {
    headline: isOnPort
      ? 'deployment.testTraffic is on a port, and the service has no Network Load Balancer'
      : 'deployment.testTraffic is marked by a header, and the service has no endpoint of Service Connect that reads it',
    gotcha: dplBluegreenWiring,
    property: 'deployment.testTraffic',
    fix: isOnPort
      ? 'add a NetworkIngress, or leave testTraffic out'
      : 'add a ServiceConnectDiscovery with an endpoint that speaks HTTP, use TestTraffic.onPort with a NetworkIngress, or leave testTraffic out',
  };
}
