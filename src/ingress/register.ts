import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Token } from 'aws-cdk-lib/core';
import type { IngressTarget } from './ingress-kind';
import { reachedPort } from '../checks/reachable';

const REASON = 'Load balancer to target';

/** Registers the tasks in the target group, and opens them to its load balancer. The service waits for the listener. */
export function register(
  target: IngressTarget, targetGroup: elbv2.IApplicationTargetGroup, loadBalancer: ec2.IConnectable, alternateTarget?: ecs.IAlternateTarget,
): void {
  const { service, containerName, containerPort } = target;
  targetGroup.addTarget({
    // This is what ECS and the CDK do for either kind of target group; only the network kind leaves security groups to us.
    attachToApplicationTargetGroup: (group) => service.loadBalancerTarget({ containerName, containerPort, alternateTarget })
      .attachToNetworkTargetGroup(group as unknown as elbv2.INetworkTargetGroup),
  });
  for (const port of portsOf(target)) open(target, loadBalancer, port);
}

/** Ports of the traffic and of the health check. */
function portsOf({ service, containerName, containerPort, targetGroup }: IngressTarget): ec2.Port[] {
  const container = service.taskDefinition.findContainer(containerName)!;
  const healthPort = targetGroup.targetHealthCheck?.port;
  return [
    reachedPort(container, containerPort),
    ...(healthPort && !Token.isUnresolved(healthPort) && /^\d+$/.test(healthPort) && Number(healthPort) !== containerPort
      ? [ec2.Port.tcp(Number(healthPort))]
      : []),
  ];
}

function open({ service, ownSecurityGroup }: IngressTarget, loadBalancer: ec2.IConnectable, port: ec2.Port): void {
  if (!ownSecurityGroup) {
    loadBalancer.connections.allowTo(service, port, REASON);
    return;
  }
  for (const group of loadBalancer.connections.securityGroups) {
    // No part of our group, which would lose it before the tasks that it lets the load balancer to are gone.
    ownSecurityGroup.addIngressRule(group, port, REASON);
    group.addEgressRule(ownSecurityGroup, port, REASON, true);
  }
}
