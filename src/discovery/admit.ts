import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Announcement } from '../connect/announced';
import { letIn } from '../connect/let-in';
import { serverFirst } from '../connect/servers-first';
import type { IEcsWorkload } from '../services/ecs-workload';

/** Lets a caller in. Of a service it is known when it is made too, of addresses and security groups it isn't. */
export function admit(caller: ec2.IConnectable, workload: IEcsWorkload, announcement: Announcement): void {
  if (!isWorkload(caller)) {
    workload.connections.allowFrom(caller, announcement.entrance, `Calls to ${announcement.name}`);
    return;
  }
  letIn(caller, workload.service, announcement);
  serverFirst(caller.service, workload.service);
}

function isWorkload(caller: ec2.IConnectable): caller is IEcsWorkload {
  return 'service' in caller && 'mainContainer' in caller;
}
