import type { LiveNetwork } from '../../../src/cli/collect/account';
import type { VpcEndpoint } from '../../../src/cli/collect/shapes';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';
import { rollingOut, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { executionRole, network } from '../../../src/gotchas/fixtures/recorded/healthy';

const REPOSITORY = 'arn:aws:ecr:eu-west-1:111122223333:repository/web';
const LAYERS = 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*';

function endpoint(name: string, statements: readonly object[] | undefined, change: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return {
    VpcEndpointId: `vpce-${name}`,
    VpcId: 'vpc-1',
    ServiceName: `com.amazonaws.eu-west-1.${name}`,
    VpcEndpointType: 'Interface',
    State: 'available' as VpcEndpoint['State'],
    PrivateDnsEnabled: true,
    Groups: [{ GroupId: 'sg-endpoints' }],
    PolicyDocument: statements && JSON.stringify({ Statement: statements }),
    ...change,
  };
}

const gateway = (statements: readonly object[], tables: readonly string[] = ['rtb-1']) => endpoint('s3', statements, {
  VpcEndpointType: 'Gateway', PrivateDnsEnabled: false, Groups: [], RouteTableIds: [...tables],
});

const open = { GroupId: 'sg-endpoints', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }] };

function report(change: Partial<LiveNetwork>, isDeploying = true) {
  const { findings, gaps } = diagnose(withLive(
    { network: { ...network, securityGroups: [...network.securityGroups, open], ...change } },
    isDeploying ? { runningCount: 0, deployments: [rollingOut()] } : {},
  ));
  return { found: findings.filter(({ id }) => id.startsWith('net-')).map(({ id, severity, detail }) => `${severity} ${id}: ${detail}`), gaps };
}

const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

describe('the policy of an endpoint', () => {
  test.each<[string, VpcEndpoint, string]>([
    ['of another bucket', gateway([{ ...ALL, Action: 's3:*', Resource: 'arn:aws:s3:::mine/*' }]), 's3, vpce-s3) does not allow s3:GetObject on arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer'],
    ['of another repository', endpoint('ecr.dkr', [{ ...ALL, Action: 'ecr:*', Resource: `${REPOSITORY}-other` }]), `ecr.dkr, vpce-ecr.dkr) does not allow ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on ${REPOSITORY}`],
    ['without sign-in', endpoint('ecr.api', [{ ...ALL, Action: 'ecr:BatchGetImage' }]), 'ecr.api, vpce-ecr.api) does not allow ecr:GetAuthorizationToken'],
    ['that denies', endpoint('logs', [ALL, { ...ALL, Effect: 'Deny', Action: 'logs:PutLogEvents' }]), 'logs, vpce-logs) does not allow logs:PutLogEvents on '],
    ['for another role', endpoint('logs', [{ ...ALL, Principal: { AWS: 'arn:aws:iam::111122223333:role/other' } }]), 'logs, vpce-logs) does not allow logs:CreateLogStream, logs:PutLogEvents on '],
  ])('%s', (_, one, detail) => {
    expect(report({ endpoints: [one] }).found).toEqual([expect.stringContaining(`error net-endpoint-sg-or-partial: endpoint.policy (${detail}`)]);
    expect(report({ endpoints: [one] }, false).found).toEqual([expect.stringContaining('warning net-endpoint-sg-or-partial')]);
  });

  test.each<[string, VpcEndpoint]>([
    ['of AWS', endpoint('ecr.api', [ALL])],
    ['that is not in the answer', endpoint('logs', undefined)],
    ['with the layers of ECR', gateway([{ ...ALL, Action: 's3:GetObject', Resource: [LAYERS] }])],
    ['with a condition', endpoint('logs', [{ ...ALL, Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }])],
    ['that denies other accounts', endpoint('logs', [ALL, { ...ALL, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } } }])],
    ['for the role', endpoint('logs', [{ ...ALL, Principal: { AWS: [executionRole.arn] } }])],
    ['for the account', endpoint('logs', [{ ...ALL, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }])],
    ['of a gateway in other routes', gateway([{ ...ALL, Resource: 'arn:aws:s3:::mine/*' }], ['rtb-other'])],
    ['without private DNS', endpoint('logs', [], { PrivateDnsEnabled: false })],
    ['for other calls', endpoint('sqs', [])],
  ])('%s is right', (_, one) => {
    expect(report({ endpoints: [one] }).found).toEqual([]);
  });
});

const NO_WAY = { routeTables: network.routeTables.map((table) => ({ ...table, Routes: table.Routes!.slice(0, 1) })) };
const endpoints = (change: Partial<VpcEndpoint> = {}) => [...['ecr.api', 'ecr.dkr'].map((name) => endpoint(name, undefined)), endpoint('logs', undefined, change), gateway([ALL])];

describe('an endpoint in a VPC without a way out', () => {
  test('is enough with all others', () => {
    expect(report({ ...NO_WAY, endpoints: endpoints() }).found).toEqual([]);
  });

  test('is passed by without private DNS', () => {
    expect(report({ ...NO_WAY, endpoints: endpoints({ PrivateDnsEnabled: false }) }).found).toEqual([
      'warning net-endpoint-sg-or-partial: privateDnsEnabled (false) of the endpoints for logs leads tasks past them, and the subnet has no other way',
    ]);
  });

  test.each(['pendingAcceptance', 'failed', 'rejected'] as const)('answers nothing while it is %s', (State) => {
    expect(report({ ...NO_WAY, endpoints: endpoints({ State: State as VpcEndpoint['State'] }) }).found).toEqual([expect.stringMatching(/^error net-no-egress-path: .* reach logs$/)]);
  });
});

describe('DNS of a VPC', () => {
  test('that is off goes against private DNS of endpoints', () => {
    const dns = new Map([['vpc-1', { support: true, hostnames: false }]]);
    expect(report({ endpoints: endpoints(), dns }).found).toEqual(['error net-dns-attributes-off: enableDnsHostnames (false) goes against the private DNS of 3 endpoints']);
    expect(report({ endpoints: [], dns }).found).toEqual([]);
  });

  test('that was not read is not checked, and hides nothing else', () => {
    const { found, gaps } = report({ ...NO_WAY, dns: new Unknown('ec2:DescribeVpcAttribute is denied: allow it') });
    expect(found).toEqual([expect.stringContaining('net-no-egress-path')]);
    expect(gaps.filter(({ id }) => id === 'net-dns-attributes-off')).toMatchObject([{ reason: 'ec2:DescribeVpcAttribute is denied: allow it' }]);
  });
});

test('network ACLs that were not read are not checked', () => {
  expect(report({ acls: new Unknown('ec2:DescribeNetworkAcls is denied: allow it') }).gaps.filter(({ id }) => id === 'net-acl-blocks')).toMatchObject([{ reason: 'ec2:DescribeNetworkAcls is denied: allow it' }]);
});
