import { known } from '../../../facts/fact';
import type { LiveListener } from '../../collect/account';
import { count, minutesSince } from '../../collect/service-state';
import type { Certificate } from '../../collect/shapes';
import { eachLive, onCluster, orNone, type ClusterView, type LiveFinding, type LiveResult } from '../live-check';

const DAY_MINUTES = 24 * 60;
/** ACM renews at 60 days: with fewer than these left, something prevents it. */
const LATE_DAYS = 30;

/** Certificates of listeners before the services of a cluster, each once. */
export const netCertificateExpires = onCluster({
  id: 'net-certificate-expires',
  check: (view) => {
    const seen = new Set<string>();
    return eachLive([...listenersOf(view)], (listener) => [...known(listener.certificates)].flatMap(([arn, certificate]): readonly LiveResult[] => {
      if (seen.has(arn)) return [];
      seen.add(arn);
      const fault = certificate ? faultOf(certificate, view.now) : DELETED;
      return fault ? [finding(fault, arn, certificate, listener)] : [];
    }));
  },
});

/** Listeners of the cluster by their ARNs. */
function listenersOf({ cluster }: ClusterView): Iterable<LiveListener> {
  const groups = cluster.services.flatMap(({ targetGroups }) => orNone(targetGroups));
  return new Map(groups.flatMap(({ listeners }) => orNone(listeners)).map((listener) => [listener.ListenerArn, listener])).values();
}

interface Fault extends Pick<LiveFinding, 'severity' | 'fix' | 'evidence'> {
  readonly is: string;
}

const REPLACE = 'request or import another certificate, and set it on the listener';
const REIMPORT = 'import the renewed certificate under the same ARN';
const REISSUE = 'see whether the private certificate authority is active and ACM may use it; or request another certificate, and set it on the listener';
const DELETED: Fault = { severity: 'error', is: 'was deleted', fix: REPLACE };

function faultOf(certificate: Certificate, now: Date): Fault | undefined {
  const { Status, NotAfter, Type, RenewalSummary: renewal, RevocationReason, FailureReason } = certificate;
  const days = NotAfter ? Math.floor(-minutesSince(NotAfter, now) / DAY_MINUTES) : Infinity;
  const isImported = Type === 'IMPORTED';
  const fix = isImported ? REIMPORT : Type === 'PRIVATE' ? REISSUE : undefined;
  if (Status === 'REVOKED') return { severity: 'error', is: `was revoked (${RevocationReason ?? 'without a reason'})`, fix: REPLACE };
  if (days < 0 || Status === 'EXPIRED') return { severity: 'error', is: `has expired${NotAfter ? ` on ${dateOf(NotAfter)}` : ''}`, fix };
  if (Status === 'PENDING_VALIDATION') return { severity: 'error', is: `is not issued yet: ACM waits for the validation of ${domainsOf(certificate)}` };
  if (Status !== undefined && Status !== 'ISSUED') return { severity: 'error', is: `is not issued (${[Status, FailureReason].filter(Boolean).join(', ')})`, fix: REPLACE };
  const left = days === 0 ? 'expires today' : `expires in ${count(days, 'day')}`;
  if (renewal?.RenewalStatus === 'PENDING_VALIDATION') return { severity: 'warning', is: `${left}, and its renewal waits for the validation of ${domainsOf(certificate)}` };
  if (renewal?.RenewalStatus === 'FAILED') {
    return { severity: 'warning', is: `${left}, and its renewal failed (${renewal.RenewalStatusReason ?? 'without a reason'})`, fix: `correct what the reason names; or ${REPLACE}` };
  }
  if (days >= LATE_DAYS) return undefined;
  return { severity: 'warning', is: `${left}, and ${isImported ? 'ACM renews no imported certificate' : 'ACM has not renewed it'}`, fix };
}

/** Domains that are not validated: those of the renewal, once there is one. */
function domainsOf({ RenewalSummary, DomainValidationOptions = [], DomainName = '' }: Certificate): string {
  const open = (RenewalSummary?.DomainValidationOptions ?? DomainValidationOptions).filter(({ ValidationStatus }) => ValidationStatus !== 'SUCCESS');
  return open.length > 0 ? open.map(({ DomainName: name }) => name).join(', ') : DomainName;
}

function finding({ is, ...fault }: Fault, arn: string, certificate: Certificate | undefined, { ListenerArn = '', Port }: LiveListener): LiveFinding {
  const balancer = ListenerArn.split('/')[2] ?? '';
  return {
    property: 'certificates',
    detail: `certificates (${certificate?.DomainName ?? arn}) of the listener on port ${Port ?? 'unknown'} of ${balancer}: the certificate ${is}`,
    ...fault,
  };
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
