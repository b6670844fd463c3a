import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { checkOneVpc } from '../checks/one-vpc';
import { openToCaller } from '../connect/security-groups';
import type { ServiceAddress } from '../connect/service-addresses';
import { startServerFirst } from '../connect/start-order';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Allows a caller. The creation order is known for a service, and not for addresses and security groups. */
export function admit(caller: ec2.IConnectable, workload: IEcsWorkload, announcement: ServiceAddress): void {
  checkOneVpc(workload, 'allowFrom', caller, workload);
  const service = serviceOf(caller);
  if (!service) {
    workload.connections.allowFrom(caller, announcement.entrance, `Calls to ${announcement.name}`);
    return;
  }
  openToCaller({ service, connections: caller.connections }, workload.service, announcement);
  startServerFirst(service, workload.service);
}

/** The service of a caller that is one, ours or plain. */
function serviceOf(caller: ec2.IConnectable): ecs.BaseService | undefined {
  if (caller instanceof ecs.BaseService) return caller;
  return 'service' in caller && caller.service instanceof ecs.BaseService ? caller.service : undefined;
}
