import type { LiveListener } from '../../../src/cli/collect/account';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { withCluster, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { shop, targetGroup, web } from '../../../src/gotchas/fixtures/recorded/healthy';
import { cases } from '../../../src/gotchas/net/net-certificate-expires.cases';

const ID = 'net-certificate-expires';
const accountOf = (name: string) => cases.find((one) => one.name === name)!.account;
const found = (account: typeof cases[number]['account']) => diagnose(account).findings.filter(({ id }) => id === ID);

test.each<[string, string, string]>([
  ['an imported certificate that has expired', 'error', 'the certificate has expired on 2026-11-18'],
  ['an imported certificate in its last hours', 'warning', 'the certificate expires today, and ACM renews no imported certificate'],
  ['an imported certificate with 10 days left', 'warning', 'the certificate expires in 10 days, and ACM renews no imported certificate'],
  ['a renewal that waits for a DNS record', 'warning', 'the certificate expires in 40 days, and its renewal waits for the validation of shop.example.com'],
  ['a renewal that failed', 'warning', 'the certificate expires in 40 days, and its renewal failed (CAA_ERROR)'],
  ['a certificate that was revoked', 'error', 'the certificate was revoked (without a reason)'],
])('%s', (name, severity, detail) => {
  expect(found(accountOf(name))).toMatchObject([{ severity, detail: expect.stringContaining(detail), at: { kind: 'cluster' } }]);
});

test('a certificate before two services is one finding', () => {
  const { services } = accountOf('a certificate that was revoked').clusters[0];
  const [one] = services;
  expect(found(withCluster({ services: [one, { ...one, service: { ...web.service, serviceName: 'api', serviceArn: `${web.service.serviceArn}-api` } }] }))).toHaveLength(1);
  expect(found(withCluster({ services: shop.services }))).toEqual([]);
});

test('certificates that were not read are not checked', () => {
  const { gaps } = diagnose(accountOf('certificates that were not read'));
  expect(gaps.filter(({ id }) => id === ID)).toMatchObject([{ reason: 'acm:DescribeCertificate is denied: allow it' }]);
});

test('a host of a rule for which no certificate is', () => {
  const listeners = (targetGroup.listeners as readonly LiveListener[]).map((listener) => ({
    ...listener,
    Rules: [...listener.Rules, { RuleArn: `${listener.ListenerArn}/2`, Priority: '5', Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['shop.example.org'] } }], Actions: [{ Type: 'forward' as const, TargetGroupArn: targetGroup.targetGroup.TargetGroupArn }] }],
  }));
  expect(diagnose(withLive({ targetGroups: [{ ...targetGroup, listeners }] })).findings.map(({ id }) => id)).toContain('net-certificate-host');
});
