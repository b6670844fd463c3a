import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import type { Announcement } from './announced';
import { refers, leadsTo } from './stack-order';
import type { IEcsWorkload } from '../services/ecs-workload';

/** Opens the security groups between a caller and a service, for the one port, in both directions of need: out of here, into there. */
export function letIn(caller: IEcsWorkload, service: ecs.BaseService, { name, letsIn, entrance }: Announcement): void {
  const description = `Calls to ${name}`;
  if (!letsIn) {
    caller.connections.allowTo(ec2.Peer.anyIpv4(), entrance, description);
    return;
  }
  const [here, there] = [Stack.of(caller.service), Stack.of(service)];
  // Both rules are in the stack that is deployed later anyway.
  if (here !== there && leadsTo(there, here)) {
    letsIn.connections.allowFrom(caller, entrance, description);
    return;
  }
  refers(here, there);
  caller.connections.allowTo(letsIn, entrance, description);
}
