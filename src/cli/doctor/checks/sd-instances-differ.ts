import { known } from '../../../facts/fact';
import type { Registration } from '../../collect/account';
import { count, isSteady, minutesSince, nameIn } from '../../collect/service-state';
import type { Task } from '../../collect/shapes';
import { onService, type LiveFinding } from '../live-check';

/** Minutes until a task that has started is registered. */
const NEW_MINUTES = 5;

export const sdInstancesDiffer = onService({
  id: 'sd-instances-differ',
  check: ({ live: { service, registrations, runningTasks }, now }) => {
    if ((service.serviceRegistries ?? []).length === 0 || !isSteady(service)) return [];
    const tasks = known(runningTasks).flatMap((task) => {
      const address = addressOf(task);
      return address === undefined ? [] : [{ id: nameIn(task.taskArn), address, isNew: minutesSince(task.startedAt, now) < NEW_MINUTES }];
    });
    // On the network of an instance tasks have no address of their own.
    if (tasks.length === 0) return [];
    return [...known(registrations)].flatMap(([arn, all]) => {
      const own = all.filter((one) => one.service === service.serviceName && one.cluster === nameIn(service.clusterArn));
      const stale = own.filter(({ address }) => address !== undefined && !tasks.some((task) => task.address === address));
      const missing = tasks.filter(({ address, isNew }) => !isNew && !own.some((one) => one.address === address));
      if (stale.length > 0) return [staleIn(arn, stale)];
      return missing.length > 0 ? [missingIn(arn, missing, all.length === 0)] : [];
    });
  },
});

function addressOf({ attachments = [] }: Task): string | undefined {
  return attachments.filter(({ type }) => type === 'ElasticNetworkInterface')
    .flatMap(({ details = [] }) => details).find(({ name }) => name === 'privateIPv4Address')?.value;
}

function staleIn(arn: string, stale: readonly Registration[]): LiveFinding {
  const id = nameIn(arn);
  return {
    property: 'serviceRegistries',
    detail: `serviceRegistries (${id}) lead to ${count(stale.length, 'address', 'addresses')} that no running task has: ${stale.map(({ address }) => address).join(', ')}`,
    fix: stale.map((one) => `aws servicediscovery deregister-instance --service-id ${id} --instance-id ${one.id}`).join('; '),
  };
}

/** @param isEmpty if the name leads nowhere, so that no client finds the service */
function missingIn(arn: string, missing: readonly { readonly id: string; readonly address: string }[], isEmpty: boolean): LiveFinding {
  const addresses = missing.map(({ address }) => address).join(', ');
  return {
    property: 'serviceRegistries',
    ...isEmpty ? { severity: 'error' } : {},
    detail: isEmpty
      ? `serviceRegistries (${nameIn(arn)}) lead nowhere: none of ${count(missing.length, 'running task')} is registered (${addresses})`
      : `serviceRegistries (${nameIn(arn)}) don't have ${count(missing.length, 'running task')}: ${addresses}`,
    fix: 'deploy once more with aws ecs update-service --force-new-deployment: ECS registers new tasks',
  };
}
