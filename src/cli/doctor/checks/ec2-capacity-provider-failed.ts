import { known, Unknown } from '../../../facts/fact';
import type { CapacityProvider, Cluster } from '../../collect/shapes';
import { onCluster, type LiveFinding } from '../live-check';

/** States of capacity providers and their attachments that ended badly. */
export const ec2CapacityProviderFailed = onCluster({
  id: 'ec2-capacity-provider-failed',
  check: ({ cluster: { cluster, capacityProviders } }) => [
    ...attachments(cluster),
    ...(capacityProviders instanceof Unknown && !cluster.capacityProviders?.length ? [] : known(capacityProviders)).flatMap(provider),
  ],
});

function provider({ name, status, updateStatus, updateStatusReason }: CapacityProvider): readonly LiveFinding[] {
  const isGone = status === 'INACTIVE';
  const failed = [updateStatus, status].find((state) => state?.endsWith('FAILED'));
  if (failed === undefined && !isGone) return [];
  return [{
    property: 'capacityProviders',
    severity: isGone || /CREATE|PROVISION/.test(failed ?? '') ? 'error' : 'warning',
    detail: failed === undefined
      ? `capacityProviders (${name}) is INACTIVE: it was deleted, and places no task`
      : `capacityProviders (${name}) ended with ${failed}${failed.startsWith('UPDATE') ? ', so it works as it did before the change' : ''}`,
    fix: isGone ? 'take the capacity provider out of the strategies of the cluster and its services, or create it again' : undefined,
    evidence: updateStatusReason === undefined ? [] : [updateStatusReason],
  }];
}

function attachments({ attachmentsStatus, attachments: all = [] }: Cluster): readonly LiveFinding[] {
  const failed = all.filter(({ status }) => status === 'FAILED' || status === 'UPDATE_FAILED');
  if (failed.length === 0 && !attachmentsStatus?.endsWith('FAILED')) return [];
  const names = failed.flatMap(({ details = [] }) => details.filter(({ name }) => /capacityProviderName/i.test(name ?? '')).map(({ value }) => value));
  return [{
    property: 'attachments',
    severity: 'error',
    detail: `attachments (${attachmentsStatus ?? failed[0].status}${names.length > 0 ? ` of ${[...new Set(names)].join(', ')}` : ''}) could not be made, so the Auto Scaling group does not follow the tasks`,
    evidence: [...new Set(failed.flatMap(({ details = [] }) => details.flatMap(({ name, value }) => (/reason/i.test(name ?? '') ? value ?? [] : []))))],
  }];
}
