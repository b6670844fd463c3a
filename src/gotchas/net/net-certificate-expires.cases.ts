import type { LiveListener } from '../../cli/collect/account';
import type { Certificate } from '../../cli/collect/shapes';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { withLive } from '../fixtures/recorded/changed';
import { certificate, targetGroup } from '../fixtures/recorded/healthy';

const DAY = 24 * 60;
const ARN = certificate.CertificateArn!;

function withCertificates(certificates: LiveListener['certificates']) {
  const listeners = targetGroup.listeners as readonly LiveListener[];
  return withLive({ targetGroups: [{ ...targetGroup, listeners: listeners.map((listener) => ({ ...listener, certificates })) }] });
}

const changed = (change: Partial<Certificate>) => withCertificates(new Map([[ARN, { ...certificate, ...change }]]));
const domain = { DomainName: 'shop.example.com', ValidationStatus: 'PENDING_VALIDATION' as const };
const inDays = (days: number) => minutesAgo(-days * DAY);

export const cases: readonly LiveCase[] = [
  { name: 'an imported certificate that has expired', caught: true, account: changed({ Type: 'IMPORTED', NotAfter: inDays(-2), RenewalEligibility: 'INELIGIBLE' }) },
  { name: 'an imported certificate in its last hours', caught: true, account: changed({ Type: 'IMPORTED', NotAfter: inDays(0.25), RenewalEligibility: 'INELIGIBLE' }) },
  { name: 'an imported certificate with 10 days left', caught: true, account: changed({ Type: 'IMPORTED', NotAfter: inDays(10), RenewalEligibility: 'INELIGIBLE' }) },
  {
    name: 'a renewal that waits for a DNS record',
    caught: true,
    account: changed({ NotAfter: inDays(40), RenewalSummary: { RenewalStatus: 'PENDING_VALIDATION', DomainValidationOptions: [domain], UpdatedAt: minutesAgo(DAY) } }),
  },
  {
    name: 'a renewal that failed',
    caught: true,
    account: changed({ NotAfter: inDays(40), RenewalSummary: { RenewalStatus: 'FAILED', RenewalStatusReason: 'CAA_ERROR', DomainValidationOptions: [], UpdatedAt: minutesAgo(DAY) } }),
  },
  { name: 'a certificate of ACM that is not renewed with 20 days left', caught: true, account: changed({ NotAfter: inDays(20) }) },
  { name: 'a certificate that was revoked', caught: true, account: changed({ Status: 'REVOKED' }) },
  { name: 'a certificate that was deleted', caught: true, account: withCertificates(new Map([[ARN, undefined]])) },
  { name: 'a certificate that ACM is about to renew', caught: false, account: changed({ NotAfter: inDays(55), RenewalSummary: { RenewalStatus: 'PENDING_AUTO_RENEWAL', DomainValidationOptions: [], UpdatedAt: minutesAgo(DAY) } }) },
  { name: 'an imported certificate with 90 days left', caught: false, account: changed({ Type: 'IMPORTED', NotAfter: inDays(90), RenewalEligibility: 'INELIGIBLE' }) },
  { name: 'certificates that were not read', caught: false, account: withCertificates(new Unknown('acm:DescribeCertificate is denied: allow it')) },
];
