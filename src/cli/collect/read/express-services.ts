import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context, ServiceReader } from '../context';
import { mapOf } from '../lists';
import type { ExpressService, Service } from '../shapes';

/** The configuration of services of Express Mode; other services have none. */
export function readExpressServices({ aws }: Context): ServiceReader<ExpressService | undefined> {
  return async (services) => {
    const read = await mapOf(services.filter(isExpress).map(({ serviceArn }) => serviceArn!), (serviceArn) => fact(async () => (
      (await orMissing(() => aws.send(CALLS.describeExpressGatewayService, { serviceArn })))?.service)));
    return ({ serviceArn }) => read.get(serviceArn!);
  };
}

/** ECS manages the load balancer and the scaling of such a service. */
function isExpress({ resourceManagementType }: Service): boolean {
  return resourceManagementType === 'ECS';
}
