import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { factsOfRuntime } from './facts-of-runtime';
import type { NetworkOptions } from './task-capacity';
import { factOf, secondsOf } from '../checks/fact-of';
import { leadsOutOverIpv6, selectSubnets, vpcOf } from '../checks/subnets';
import { factsOfHealthCheck } from '../containers/check-health-check';
import type { ContainerPlan } from '../containers/container-plan';
import { containerFacts, portFacts, type ContainerFacts, type DependencyCondition } from '../facts/container';
import { Unknown, type Fact } from '../facts/fact';
import { networkFacts, subnetFacts, type Egress, type NetworkFacts } from '../facts/network';
import { securityGroupFacts } from '../facts/security-group';

const UNKNOWN_SECRET = new Unknown('known to the secret only');
const OF_SECRET = {
  valueFrom: UNKNOWN_SECRET,
  reference: UNKNOWN_SECRET,
  ids: UNKNOWN_SECRET,
  isNameOfSecret: UNKNOWN_SECRET,
  jsonKeys: UNKNOWN_SECRET,
  parameterText: UNKNOWN_SECRET,
  rotates: UNKNOWN_SECRET,
  encryptionKey: UNKNOWN_SECRET,
};

/** Facts of a container from its props. */
export function factsOfContainer(plan: ContainerPlan): ContainerFacts {
  const { options } = plan;
  return containerFacts({
    name: factOf(plan.name),
    essential: plan.essential,
    cpuUnits: factOf(options.cpu),
    memoryMiB: factOf(options.memoryLimitMiB),
    memoryReservationMiB: factOf(options.memoryReservationMiB),
    ports: plan.mappings.map(({ _mapping: { containerPort, hostPort, protocol, name, appProtocol, containerPortRange } }) => portFacts({
      containerPort: containerPortRange === undefined ? factOf(containerPort) : undefined,
      hostPort: factOf(hostPort),
      protocol: protocol ?? 'tcp',
      name: factOf(name),
      appProtocol: appProtocol?.value,
      containerPortRange: factOf(containerPortRange),
    })),
    healthCheck: options.healthCheck && factsOfHealthCheck(options.healthCheck),
    dependsOn: (options.dependsOn ?? []).map(({ containerName, condition }) => ({
      containerName: factOf(containerName),
      condition: condition as string as DependencyCondition,
    })),
    environment: Object.entries(options.environment ?? {}).map(([name, value]) => ({ name: factOf(name), value: factOf(value) })),
    secrets: Object.keys(options.secrets ?? {}).map((name) => ({ name: factOf(name), ...OF_SECRET })),
    startTimeoutSeconds: secondsOf(options.startTimeout),
    stopTimeoutSeconds: secondsOf(options.stopTimeout),
    readonlyRootFilesystem: options.readonlyRootFilesystem ?? false,
    user: factOf(options.user),
    mounts: [],
    ...factsOfRuntime(plan),
  });
}

/** Facts of the network of the tasks, as far as the VPC is known. */
export function factsOfNetwork(at: string, { cluster, vpcSubnets, securityGroups }: NetworkOptions, assignPublicIp: boolean): NetworkFacts {
  const vpc = vpcOf(at, cluster);
  const selected = selectSubnets(at, vpc, {
    property: 'vpcSubnets', selection: vpcSubnets, otherwise: assignPublicIp ? { subnetType: ec2.SubnetType.PUBLIC } : {},
  });
  return networkFacts({
    subnets: selected.subnets.map((subnet) => subnetFacts({
      id: factOf(subnet.subnetId),
      availabilityZone: zoneOf(subnet),
      egress: egressOf(vpc, subnet),
      leadsOutOverIpv6: leadsOutOverIpv6(vpc),
    })),
    securityGroups: (securityGroups ?? []).map((group) => securityGroupFacts({ id: factOf(group.securityGroupId) })),
    assignPublicIp,
  });
}

/** A subnet that is imported by its id alone has no zone, and the CDK throws for the question. */
function zoneOf(subnet: ec2.ISubnet): Fact<string> {
  try {
    return factOf(subnet.availabilityZone);
  } catch {
    return new Unknown('the subnet is imported without its availability zone');
  }
}

/** Only of public subnets it is certain where they lead: private ones may have a NAT gateway, endpoints or none of them. */
function egressOf(vpc: ec2.IVpc, subnet: ec2.ISubnet): Fact<Egress> {
  return vpc.publicSubnets.includes(subnet) ? 'internet-gateway' : new Unknown('the routes of a private subnet are not part of the props');
}
