import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import type { ServiceAddress } from './service-addresses';
import { recordReference, leadsTo } from './stack-references';

/** A service, and the security groups it calls from. */
interface Caller extends ec2.IConnectable {
  readonly service: ecs.BaseService;
}

/** Opens the security groups between a caller and a service for the one port: into there, and out of here where that is closed. */
export function openToCaller(caller: Caller, service: ecs.BaseService, { name, gatekeeper, entrance }: ServiceAddress): void {
  const description = `Calls to ${name}`;
  // A load balancer that services share is in a stack of its own.
  const [here, there] = [caller.service, gatekeeper?.connections.securityGroups[0] ?? service].map((construct) => Stack.of(construct));
  if (!gatekeeper) {
    letOut(caller, ec2.Peer.anyIpv4(), entrance, description);
  } else if (here === there || leadsTo(there, here)) {
    gatekeeper.connections.allowFrom(caller, entrance, description);
  } else {
    recordReference(here, there);
    for (const group of gatekeeper.connections.securityGroups) {
      // Both rules are in the stack of the caller, which is deployed later anyway.
      for (const from of caller.connections.securityGroups) group.addIngressRule(from, entrance, description, true);
      letOut(caller, group, entrance, description);
    }
  }
}

/** A group that allows all outbound traffic needs no rule, and the CDK warns of one. */
function letOut(caller: Caller, to: ec2.IPeer, port: ec2.Port, description: string): void {
  for (const group of caller.connections.securityGroups) {
    if (!group.allowAllOutbound) group.addEgressRule(to, port, description);
  }
}
