import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Aspects, Stack } from 'aws-cdk-lib/core';

/** Services whose rules follow the instances of the cluster. */
const FOLLOWED = new WeakSet<ecs.BaseService>();

/**
 * Keeps the rules of tasks without an address of their own, in bridge and host mode, complete: such tasks are reached through the
 * security groups of their instances. The CDK takes those that the cluster has when the service is created; instances may join
 * the cluster later.
 */
export function followInstances(service: ecs.BaseService): void {
  const { networkMode } = service.taskDefinition;
  const shareInstances = networkMode === ecs.NetworkMode.BRIDGE || networkMode === ecs.NetworkMode.HOST;
  if (!shareInstances || !(service instanceof ecs.Ec2Service) || FOLLOWED.has(service)) return;
  FOLLOWED.add(service);
  const { connections } = service.cluster;
  const known = connections.securityGroups.length;
  // The cluster is complete at synthesis only.
  Aspects.of(service).add({
    visit: (construct) => {
      if (construct !== service) return;
      addGroups(service, connections.securityGroups, known);
      warnWithoutGroups(service);
    },
  });
}

/** Rules that were asked for before hold for groups that are added. */
function addGroups(service: ecs.BaseService, groups: readonly ec2.ISecurityGroup[], known: number): void {
  const present = new Set(service.connections.securityGroups.map(({ securityGroupId }) => securityGroupId));
  const isElsewhere = (group: ec2.ISecurityGroup) => Stack.of(group) !== Stack.of(service);
  groups.forEach((group, index) => {
    if (index < known || present.has(group.securityGroupId)) return;
    if (!isElsewhere(group)) {
      service.connections.addSecurityGroup(group);
      return;
    }
    // As the CDK does for groups that it finds in time, and by the same ids: the rules are in the stack of the service.
    const id = `SecurityGroup${groups.slice(0, index + 1).filter(isElsewhere).length}`;
    if (service.node.tryFindChild(id)) return;
    service.connections.addSecurityGroup(ec2.SecurityGroup.fromSecurityGroupId(service, id, group.securityGroupId, {
      allowAllOutbound: group.allowAllOutbound,
      mutable: true,
    }));
  });
}

function warnWithoutGroups(service: ecs.BaseService): void {
  const { loadBalancers } = service as unknown as { readonly loadBalancers: readonly unknown[] };
  if (loadBalancers.length === 0 || service.connections.securityGroups.length > 0) return;
  Annotations.of(service).addWarningV2(
    'cdk-ecs-guardrails:instanceSecurityGroups',
    'tasks in bridge and host mode are reached through the security groups of their instances, and the cluster names none: '
    + 'no rule allows the load balancer. Add an Ec2Capacity to the cluster, or pass the securityGroups of the instances to Cluster.fromClusterAttributes',
  );
}
