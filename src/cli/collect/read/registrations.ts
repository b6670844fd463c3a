import { Unknown, type Fact } from '../../../facts/fact';
import type { Registration } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context, type ServiceReader } from '../context';
import { mapOf } from '../lists';
import { allPages } from '../pages';
import type { Service } from '../shapes';

/** Instances that ECS registered in the Cloud Map services of each service, by the ARN of the Cloud Map service. */
export function readRegistrations({ aws }: Context): ServiceReader<ReadonlyMap<string, readonly Registration[]>> {
  return async (services) => {
    const read = await mapOf(unique(services.flatMap(registriesOf)), (arn) => fact(async () => {
      const instances = await orMissing(() => allPages(aws, CALLS.listInstances, { ServiceId: arn.split('/').pop() }, (page) => page.Instances));
      return (instances ?? []).map(({ Id = '', Attributes = {} }): Registration => ({
        id: Id, address: Attributes.AWS_INSTANCE_IPV4, service: Attributes.ECS_SERVICE_NAME, cluster: Attributes.ECS_CLUSTER_NAME,
      }));
    }));
    return (service): Fact<ReadonlyMap<string, readonly Registration[]>> => {
      const own = unique(registriesOf(service)).map((arn) => [arn, read.get(arn)!] as const);
      const unread = own.map(([, instances]) => instances).find((instances) => instances instanceof Unknown);
      return unread as Unknown | undefined ?? new Map(own as (readonly [string, readonly Registration[]])[]);
    };
  };
}

function registriesOf({ serviceRegistries = [] }: Service): (string | undefined)[] {
  return serviceRegistries.map(({ registryArn }) => registryArn);
}
