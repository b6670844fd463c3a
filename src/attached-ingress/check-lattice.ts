import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { LatticeIngressProps } from './lattice-ingress';
import { movesTraffic } from './moves-traffic';
import { checkSeconds, checkText, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkOnce } from '../checks/once';
import { checkReachable } from '../checks/reachable';
import { vpcOf } from '../checks/subnets';
import { dplBluegreenWiring } from '../gotchas/dpl/dpl-bluegreen-wiring';
import { refuse } from '../gotchas/enforce';
import { netLbContainerPortMissing } from '../gotchas/net/net-lb-container-port-missing';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-vpc-lattice-create-service.html';
const LISTENER_DOCS = 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/listeners.html';
const HEALTH_DOCS = 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-group-health-checks.html';

const SERVICE_DOCS = 'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetService.html';
const NETWORK_DOCS = 'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_CreateServiceNetworkServiceAssociation.html';
const SERVICE = /^(svc-[0-9a-z]{17}|arn:[a-z0-9-]+:vpc-lattice:[a-zA-Z0-9-]+:\d{12}:service\/svc-[0-9a-z]{17})$/;
const NETWORK = /^(sn-[0-9a-z]{17}|arn:[a-z0-9-]+:vpc-lattice:[a-zA-Z0-9-]+:\d{12}:servicenetwork\/sn-[0-9a-z]{17})$/;

/** Throws for props that can't be right, or that contradict each other. */
export function checkLattice(at: string, props: LatticeIngressProps): void {
  checkReachable(at, props.service);
  vpcOf(at, props.service.service.cluster);
  const { healthCheck = {}, service: { taskDefinition } } = props;
  checkWholeNumber(at, 'containerPort', props.containerPort, { min: 1, max: 65535, docs: DOCS });
  checkWholeNumber(at, 'listenerPort', props.listenerPort, { min: 1, max: 65535, docs: LISTENER_DOCS });
  checkSeconds(at, 'healthCheckGracePeriod', props.healthCheckGracePeriod, { min: 0, max: MAX_INT, docs: DOCS });
  checkSeconds(at, 'healthCheck.interval', healthCheck.interval, { min: 5, max: 300, docs: HEALTH_DOCS });
  checkSeconds(at, 'healthCheck.timeout', healthCheck.timeout, { min: 1, max: 120, docs: HEALTH_DOCS });
  for (const count of ['healthyThresholdCount', 'unhealthyThresholdCount'] as const) {
    checkWholeNumber(at, `healthCheck.${count}`, healthCheck[count], { min: 2, max: 10, docs: HEALTH_DOCS });
  }
  checkText(at, 'healthCheck.path', healthCheck.path, /^\/\S*$/, 'be a path that begins with a slash', HEALTH_DOCS);
  checkText(at, 'healthCheck.healthyHttpCodes', healthCheck.healthyHttpCodes, /^[2-5]\d\d(?:-[2-5]\d\d)?(?:,[2-5]\d\d(?:-[2-5]\d\d)?)*$/,
    'be HTTP codes: 200, 200,204 or 200-299', HEALTH_DOCS);
  checkText(at, 'latticeServiceIdentifier', props.latticeServiceIdentifier, SERVICE, 'be the id (svc-…) or the ARN of a service', SERVICE_DOCS);
  if (props.latticeService && props.latticeServiceIdentifier !== undefined) {
    refuse({
      headline: 'latticeService is set beside latticeServiceIdentifier, the part has one service',
      at,
      property: 'latticeService',
      fix: 'leave out latticeService or latticeServiceIdentifier',
      docs: SERVICE_DOCS,
    });
  }
  props.serviceNetworkIdentifiers?.forEach((identifier, index) => (
    checkText(at, `serviceNetworkIdentifiers[${index}]`, identifier, NETWORK, 'be the id (sn-…) or the ARN of a service network', NETWORK_DOCS)));
  checkOnce(at, 'serviceNetworkIdentifiers', props.serviceNetworkIdentifiers, undefined, NETWORK_DOCS);
  checkOnce(at, 'serviceNetworks', props.serviceNetworks, ({ serviceNetworkRef }) => serviceNetworkRef.serviceNetworkArn, NETWORK_DOCS);
  checkStrategy(at, props);
  checkPort(at, props);
  // AWS accepts bridge and host mode too, and does not document the type of target group in which ECS registers such tasks.
  if (taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC) return;
  refuse({
    headline: `service runs in ${taskDefinition.networkMode} mode, this part registers tasks by addresses of their own`,
    at,
    property: 'service',
    fix: 'run it in awsvpc mode: networkMode: ecs.NetworkMode.AWS_VPC',
    docs: DOCS,
  });
}

function checkStrategy(at: string, { service }: LatticeIngressProps): void {
  if (!movesTraffic(service)) return;
  refuse({
    headline: 'service moves its traffic between two target groups when it deploys, here VPC Lattice has only one',
    gotcha: dplBluegreenWiring,
    at,
    property: 'service',
    fix: 'use Deployment.rolling() for the service',
    docs: DOCS,
  });
}

function checkPort(at: string, { containerPort, service: { mainContainer } }: LatticeIngressProps): void {
  const port = containerPort === undefined ? mainContainer.portMappings[0] : mainContainer.findPortMapping(containerPort, ecs.Protocol.TCP);
  if (port) return;
  const which = containerPort === undefined ? 'left out' : Token.isUnresolved(containerPort) ? 'a token' : containerPort;
  refuse({
    headline: `containerPort is ${which}, and container '${mainContainer.containerName}' has no such port`,
    gotcha: netLbContainerPortMissing,
    at,
    property: 'containerPort',
    fix: 'set containerPorts on the main container, and name one of them here',
    docs: DOCS,
  });
}
