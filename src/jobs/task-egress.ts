import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token, type CfnResource } from 'aws-cdk-lib/core';
import type { TaskPlacement } from './task-placement';
import { leadsOutOverIpv6 } from '../checks/subnets';
import { containerFacts, type ContainerFacts } from '../facts/container';
import { Unknown, type Fact } from '../facts/fact';
import { HOLE, imageFacts } from '../facts/image';
import { loggingFacts } from '../facts/logging';
import { networkFacts, subnetFacts, type Egress } from '../facts/network';
import { serviceFacts } from '../facts/service';
import { taskFacts } from '../facts/task';
import { evaluate } from '../gotchas/definition';
import { render } from '../gotchas/message';
import { netNoEgressPath } from '../gotchas/net/net-no-egress-path';

const UNKNOWN = new Unknown('the network is not in this app');

/** A container, as far as it has to reach something to start. */
export interface StartingContainer {
  readonly container: ecs.ContainerDefinition;
  readonly usesAwsLogs: boolean;
}

/**
 * Messages for subnets in which the task can't reach what it needs to start.
 *
 * A command line runs the task from where no template shows it, so the task checks its own subnets, once all endpoints are defined.
 */
export function egressErrors(at: string, containers: readonly StartingContainer[], placement: TaskPlacement): string[] {
  const { cluster: { vpc }, network, onFargate } = placement;
  if (!network || !onFargate) return [];
  const subnets = vpc.selectSubnets(network.subnets).subnets.map((subnet) => ({ subnet, egress: egressOf(vpc, subnet) }));
  if (subnets.every(({ egress }) => egress instanceof Unknown)) return [];
  const endpoints = endpointsOf(vpc);
  const { findings: [finding] } = evaluate(netNoEgressPath, serviceFacts({
    onFargate,
    task: taskFacts({ containers: containers.map(factsOfStart) }),
    network: networkFacts({
      assignPublicIp: network.assignPublicIp,
      subnets: subnets.map(({ subnet, egress }) => subnetFacts({
        id: Token.isUnresolved(subnet.subnetId) ? subnet.node.id : subnet.subnetId, egress, endpoints, leadsOutOverIpv6: leadsOutOverIpv6(vpc),
      })),
    }),
  }));
  if (!finding) return [];
  const headline = finding.detail.replace(/^subnets/, 'vpcSubnets');
  return [render({ gotcha: netNoEgressPath, headline, at, property: 'vpcSubnets', fix: finding.fix })];
}

function factsOfStart({ container, usesAwsLogs }: StartingContainer): ContainerFacts {
  const image = JSON.stringify(Stack.of(container).resolve(container.imageName));
  const reference = !Token.isUnresolved(container.imageName) ? container.imageName : IN_PRIVATE_ECR.test(image) ? `${HOLE}.dkr.ecr.${HOLE}/${HOLE}` : HOLE;
  return containerFacts({ image: imageFacts(reference), logging: usesAwsLogs ? loggingFacts({ driver: 'awslogs' }) : undefined, secrets: [] });
}

const IN_PRIVATE_ECR = /\.dkr[.-]ecr[.-]/;

/** An isolated subnet of the app has no route out unless the app adds one. Private subnets are unknown without their routes. */
function egressOf(vpc: ec2.IVpc, subnet: ec2.ISubnet): Fact<Egress> {
  if (vpc.publicSubnets.includes(subnet)) return 'internet-gateway';
  if (!(vpc instanceof ec2.Vpc) || !vpc.isolatedSubnets.includes(subnet)) return UNKNOWN;
  const table = written(vpc, subnet.routeTable.routeTableId);
  const hasRoute = below(vpc, ec2.CfnRoute).some((route) => written(route, route.routeTableId) === table);
  return hasRoute ? UNKNOWN : 'none';
}

/** Names of the endpoints of a VPC of the app. Other apps may add endpoints to an imported VPC. */
function endpointsOf(vpc: ec2.IVpc): Fact<readonly string[]> {
  if (!(vpc instanceof ec2.Vpc)) return UNKNOWN;
  const id = written(vpc, vpc.vpcId);
  return below(vpc, ec2.CfnVPCEndpoint)
    .filter((endpoint) => endpoint.stack !== Stack.of(vpc) || written(endpoint, endpoint.vpcId) === id)
    .map((endpoint) => NAME.exec(written(endpoint, endpoint.serviceName))?.[1] ?? 'unnamed');
}

/** The last part of `com.amazonaws.eu-west-1.ecr.api`, whose region may be a reference. */
const NAME = /(?:^|\.)(ecr\.(?:api|dkr)|[a-z0-9-]+)"[^"a-z]*$/;

function below<T extends CfnResource>(vpc: ec2.Vpc, type: new (...args: never[]) => T): T[] {
  return vpc.node.root.node.findAll().filter((one): one is T => one instanceof type);
}

function written(scope: ec2.Vpc | CfnResource, value: unknown): string {
  return JSON.stringify(Stack.of(scope).resolve(value)) ?? '';
}
