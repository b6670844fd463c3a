import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { LiveListener, LiveTargetGroup } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const CERTIFICATE = (name: string) => `arn:aws:acm:eu-west-1:111122223333:certificate/${name}`;
const listener = { ListenerArn: 'arn:l/1', Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: CERTIFICATE('own') }] };

function aws(): FakeAws {
  return new FakeAws(makeAccount(25))
    .on('DescribeListeners', ({ answer }) => answer({ Listeners: [listener, { ListenerArn: 'arn:l/2', Protocol: 'HTTP', Port: 80 }] }))
    .on('DescribeListenerCertificates', ({ answer }) => answer({
      Certificates: [{ CertificateArn: CERTIFICATE('own'), IsDefault: true }, { CertificateArn: CERTIFICATE('added') }, { CertificateArn: 'arn:aws:iam::111122223333:server-certificate/old' }],
    }))
    .on('DescribeCertificate', ({ input, answer }) => answer({ Certificate: { CertificateArn: input.CertificateArn, Status: 'ISSUED' } }));
}

async function listenersOf(from: FakeAws, depth: 'default' | 'deep' = 'deep') {
  const account = await collect({ clusters: 'all', depth }, from.options);
  const [group] = account.clusters[0].services.flatMap(({ targetGroups }) => targetGroups as readonly LiveTargetGroup[]);
  return group.listeners as readonly LiveListener[];
}

test('a listener has its own certificate and those that were added, each read once for all listeners', async () => {
  const from = aws();
  const [https, http] = await listenersOf(from);
  expect([...(https.certificates as ReadonlyMap<string, object>)]).toMatchObject([[CERTIFICATE('added'), { Status: 'ISSUED' }], [CERTIFICATE('own'), { Status: 'ISSUED' }]]);
  expect(http.certificates).toEqual(new Map());
  expect(from.count('DescribeCertificate')).toBe(2);
});

test('a certificate that was deleted is known to be', async () => {
  const [https] = await listenersOf(aws().refuse('DescribeCertificate', 'ResourceNotFoundException'));
  expect(https.certificates).toEqual(new Map([[CERTIFICATE('added'), undefined], [CERTIFICATE('own'), undefined]]));
});

test.each([
  ['DescribeCertificate', 'acm:DescribeCertificate', 400],
  ['DescribeListenerCertificates', 'elasticloadbalancing:DescribeListenerCertificates', 403],
])('%s denied leaves a gap that names %s', async (operation, action, status) => {
  const [https] = await listenersOf(aws().refuse(operation, status === 403 ? 'AccessDenied' : 'AccessDeniedException', 'no', status));
  expect(https.certificates).toEqual(new Unknown(`${action} is denied: allow it`));
});

test('certificates are read at depth deep only', async () => {
  const from = aws();
  const [https] = await listenersOf(from, 'default');
  expect(https.certificates).toEqual(new Unknown('it is read with --depth deep only'));
  expect(from.count('DescribeListenerCertificates') + from.count('DescribeCertificate')).toBe(0);
});
