import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import type { LiveService } from '../../../src/cli/collect/account';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf';

/** One service whose task names all that a deep run reads. */
function deepAccount() {
  const account = makeAccount(1);
  const [definition] = account.taskDefinitions.values();
  definition.volumes = [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }, { name: 'old', efsVolumeConfiguration: { fileSystemId: 'fs-2' } }];
  definition.containerDefinitions[0].secrets = [
    { name: 'USER', valueFrom: `${SECRET}:user::` },
    { name: 'PASSWORD', valueFrom: `${SECRET}:password::` },
    { name: 'PLAIN', valueFrom: 'plain' },
    { name: 'DEEP', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/deep' },
    { name: 'ELSEWHERE', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/elsewhere' },
  ];
  definition.containerDefinitions.push({ name: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.27' });
  return account;
}

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFESTS = [{ os: 'linux', architecture: 'amd64' }, { os: 'linux', architecture: 'arm64', variant: 'v8' }, { os: 'unknown', architecture: 'unknown' }]
  .map((platform) => ({ platform }));

const xml = (action: string, content: string) => () => ({ status: 200, headers: {}, body: `<${action}Response>${content}</${action}Response>` });

function deepAws(): FakeAws {
  const mountTarget = { MountTargetId: 'mt-1', FileSystemId: 'fs-1', SubnetId: 'subnet-1', LifeCycleState: 'available' };
  return new FakeAws(deepAccount())
    .on('DescribeSubnets', xml('DescribeSubnets', '<subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><availableIpAddressCount>3</availableIpAddressCount></item></subnetSet>'))
    .on('DescribeRouteTables', xml('DescribeRouteTables', '<routeTableSet><item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId></item></routeTableSet>'))
    .on('DescribeVpcEndpoints', xml('DescribeVpcEndpoints', '<vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId><vpcId>vpc-1</vpcId><groupSet><item><groupId>sg-2</groupId></item></groupSet></item></vpcEndpointSet>'))
    .on('DescribeSecurityGroups', xml('DescribeSecurityGroups', '<securityGroupInfo><item><groupId>sg-1</groupId></item><item><groupId>sg-2</groupId></item></securityGroupInfo>'))
    .on('DescribeNetworkAcls', xml('DescribeNetworkAcls', '<networkAclSet><item><networkAclId>acl-1</networkAclId><associationSet><item><subnetId>subnet-1</subnetId></item></associationSet></item></networkAclSet>'))
    .on('DescribeVpcAttribute', (request) => xml('DescribeVpcAttribute', request.input.Attribute === 'enableDnsSupport' ? '<enableDnsSupport><value>true</value></enableDnsSupport>' : '<enableDnsHostnames><value>false</value></enableDnsHostnames>')())
    .on('DescribeImages', (request) => request.answer({ imageDetails: [{ repositoryName: 'service-00000', registryId: '111122223333', imageTags: ['1.0.0'], imageDigest: 'sha256:1', imageManifestMediaType: INDEX }] }))
    .on('BatchGetImage', (request) => request.answer({ images: [{ imageManifest: JSON.stringify({ manifests: MANIFESTS }) }] }))
    .on('DescribeSecret', (request) => request.answer({ ARN: request.input.SecretId }))
    .on('DescribeParameters', (request) => request.answer({ Parameters: [{ Name: '/shop/deep' }] }))
    .on('DescribeMountTargets', (request) => (request.input.FileSystemId === 'fs-1' ? request.answer({ MountTargets: [mountTarget] })
      : { status: 404, headers: { 'x-amzn-errortype': 'FileSystemNotFound' }, body: '{"ErrorCode":"FileSystemNotFound"}' }))
    .on('ListRuleNamesByTarget', (request) => request.answer({ RuleNames: [] }))
    .on('ListStateMachines', (request) => request.answer({ stateMachines: [] }))
    .on('ListSchedules', (request) => request.answer({ Schedules: [] }))
    .on('GetMetricData', (request) => request.answer({ MetricDataResults: [{ Id: 'cpu0', Values: [12.5, 80.25, 3] }, { Id: 'memory0', Values: [] }] }));
}

async function look(aws: FakeAws): Promise<LiveService> {
  const account = await collect({ clusters: 'all', depth: 'deep' }, aws.options);
  return account.clusters[0].services[0];
}

describe('a deep run', () => {
  const aws = deepAws();
  let service: LiveService;
  beforeAll(async () => { service = await look(aws); });

  test('reads the network of the tasks, and asks for it by filter', () => {
    expect(service.network).toMatchObject({
      subnets: [{ SubnetId: 'subnet-1', AvailableIpAddressCount: 3 }],
      routeTables: [{ RouteTableId: 'rtb-1' }],
      endpoints: [{ VpcEndpointId: 'vpce-1' }],
      securityGroups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
      acls: [{ NetworkAclId: 'acl-1' }],
      dns: new Map([['vpc-1', { support: true, hostnames: false }]]),
    });
    expect(aws.inputs.DescribeSubnets[0]).toMatchObject({ 'Filter.1.Name': 'subnet-id', 'Filter.1.Value.2': 'subnet-2' });
  });

  test('reads images that are in ECR', () => {
    expect([...(service.images as Map<string, object>)]).toEqual([
      ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/service-00000:1.0.0', expect.objectContaining({ imageTags: ['1.0.0'], platforms: ['linux/amd64', 'linux/arm64/v8'] })],
    ]);
    expect(aws.inputs.DescribeImages).toEqual([{ registryId: '111122223333', repositoryName: 'service-00000', imageIds: [{ imageTag: '1.0.0' }] }]);
  });

  test('requests manifests by digest, so that a mirror fetches nothing newer', () => {
    expect(aws.inputs.BatchGetImage).toMatchObject([{ registryId: '111122223333', repositoryName: 'service-00000', imageIds: [{ imageDigest: 'sha256:1' }] }]);
  });

  test('reports which secrets and parameters exist, and never their values', () => {
    expect(service.secrets).toEqual(new Map([
      [SECRET, 'there'], ['plain', 'gone'], ['arn:aws:ssm:eu-west-1:111122223333:parameter/shop/deep', 'there'],
    ]));
    expect(aws.calls).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(GetSecretValue|GetParameter)/)]));
  });

  test('reads mount targets, and knows when the file system is gone', () => {
    expect(service.mountTargets).toMatchObject(new Map([['fs-1', [expect.objectContaining({ SubnetId: 'subnet-1' })]], ['fs-2', undefined]]));
  });

  test('reads the highest utilization, and leaves it out where there is none', () => {
    expect(service.utilization).toEqual({ cpu: 80.25, memory: undefined });
  });
});

/** Values of a metric by hours before now. */
function series(Id: string, values: Readonly<Record<number, number>>): object {
  const hours = Object.keys(values).map(Number).sort((one, other) => other - one);
  return { Id, Values: hours.map((hour) => values[hour]), Timestamps: hours.map((hour) => Math.floor(Date.now() / 1000) - hour * 3600) };
}

/** The account whose service scales by the messages of a queue, with so many tasks at most. */
function queueAccount(MaxCapacity: number) {
  const account = deepAccount();
  account.scalableTargets[0].MaxCapacity = MaxCapacity;
  const Metric = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Dimensions: [{ Name: 'QueueName', Value: 'jobs' }] };
  account.scalingPolicies[0].TargetTrackingScalingPolicyConfiguration = {
    TargetValue: 90, CustomizedMetricSpecification: { Metrics: [{ Id: 'visible', MetricStat: { Stat: 'Maximum', Metric } }] },
  };
  return account;
}

describe('the queue that a service scales by', () => {
  const ages = (request: any) => request.answer({
    MetricDataResults: [request.input.NextToken ? series('age0', { 0: 7200 }) : series('age0', { 30: 9000, 2: 600, 1: 3600 })],
    NextToken: request.input.NextToken ? undefined : '2',
  });

  test('has the ages of its last hours in order, from all pages, read with the usage of the service', async () => {
    const account = queueAccount(1);
    account.services[0].desiredCount = 1;
    const aws = new FakeAws(account).on('GetMetricData', ages);
    expect((await look(aws)).queueAges).toEqual(new Map([['jobs', [600, 3600, 7200]]]));
    expect(aws.inputs.GetMetricData).toHaveLength(2);
    expect(aws.inputs.GetMetricData[0]).toMatchObject({ ScanBy: 'TimestampAscending' });
    expect(aws.inputs.GetMetricData[0].MetricDataQueries).toMatchObject([{ Id: 'cpu0' }, { Id: 'memory0' }, {
      Id: 'age0',
      MetricStat: { Period: 3600, Stat: 'Maximum', Metric: { Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage', Dimensions: [{ Name: 'QueueName', Value: 'jobs' }] } },
    }]);
  });

  test('is not read where the service has room', async () => {
    const aws = new FakeAws(queueAccount(1000)).on('GetMetricData', ages);
    expect((await look(aws)).queueAges).toEqual(new Map());
    expect(aws.inputs.GetMetricData[0].MetricDataQueries).toHaveLength(2);
  });

  test('is unknown where the policies are', async () => {
    const account = queueAccount(1);
    account.services[0].desiredCount = 1;
    const aws = new FakeAws(account).on('GetMetricData', ages).refuse('DescribeScalingPolicies', 'AccessDeniedException');
    expect((await look(aws)).queueAges).toEqual(new Unknown('application-autoscaling:DescribeScalingPolicies is denied: allow it'));
  });
});

test.each<[string, string, keyof LiveService]>([
  ['DescribeRouteTables', 'ec2:DescribeRouteTables', 'network'],
  ['DescribeImages', 'ecr:DescribeImages', 'images'],
  ['DescribeSecret', 'secretsmanager:DescribeSecret', 'secrets'],
  ['DescribeParameters', 'ssm:DescribeParameters', 'secrets'],
  ['GetMetricData', 'cloudwatch:GetMetricData', 'utilization'],
  ['GetMetricData', 'cloudwatch:GetMetricData', 'queueAges'],
])('%s denied leaves a gap that names %s', async (operation, action, member) => {
  const refusal = operation === 'DescribeRouteTables'
    ? { status: 403, headers: {}, body: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>' }
    : { status: 400, headers: {}, body: '{"__type":"AccessDeniedException","message":"no"}' };
  const service = await look(deepAws().on(operation, () => refusal));
  expect(service[member]).toEqual(new Unknown(`${action} is denied: allow it`));
});

test.each([
  ['DescribeNetworkAcls', 'ec2:DescribeNetworkAcls', 'acls'],
  ['DescribeVpcAttribute', 'ec2:DescribeVpcAttribute', 'dns'],
] as const)('%s denied leaves the rest of the network, and a gap that names %s', async (operation, action, member) => {
  const body = '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>';
  const { network } = await look(deepAws().on(operation, () => ({ status: 403, headers: {}, body })));
  expect(network).toMatchObject({ subnets: [{ SubnetId: 'subnet-1' }], [member]: new Unknown(`${action} is denied: allow it`) });
});

test.each<[string, (request: any) => any, string]>([
  ['an image for one platform', () => ({ imageDetails: [{ imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json' }] }), 'an image for one platform has it in its configuration, which is not read'],
  ['a manifest that is none', () => ({ imageDetails: [{ imageManifestMediaType: INDEX }] }), 'the manifest of the image is none that ECR describes'],
])('%s doesn\'t contain its platform', async (_, described, reason) => {
  const service = await look(deepAws()
    .on('DescribeImages', (request) => request.answer(described(request)))
    .on('BatchGetImage', (request) => request.answer({ images: [{ imageManifest: '{}' }] })));
  expect([...(service.images as Map<string, object>).values()]).toMatchObject([{ platforms: new Unknown(reason) }]);
});

test('a manifest without access leaves the image, and a reason', async () => {
  const service = await look(deepAws().refuse('BatchGetImage', 'AccessDeniedException'));
  expect([...(service.images as Map<string, object>).values()]).toMatchObject([{ imageTags: ['1.0.0'], platforms: new Unknown('ecr:BatchGetImage is denied: allow it') }]);
});

test('a deleted image or secret is reported as gone', async () => {
  const gone = (code: string) => () => ({ status: 400, headers: {}, body: `{"__type":"${code}","message":"gone"}` });
  const service = await look(deepAws().on('DescribeImages', gone('ImageNotFoundException')).on('DescribeSecret', gone('ResourceNotFoundException')));
  expect([...(service.images as Map<string, undefined>).values()]).toEqual([undefined]);
  expect((service.secrets as Map<string, string>).get(SECRET)).toBe('gone');
});

describe('what stands in valueFrom', () => {
  const pasted = (...values: readonly string[]): FakeAws => {
    const account = deepAccount();
    const [definition] = account.taskDefinitions.values();
    definition.containerDefinitions[0].secrets = values.map((valueFrom, index) => ({ name: `V${index}`, valueFrom }));
    return new FakeAws(account)
      .on('DescribeSecret', (request) => request.answer({ ARN: request.input.SecretId, DeletedDate: 1 }))
      .on('DescribeParameters', (request) => request.answer(request.input.NextToken ? { Parameters: [{ Name: 'db-password' }] } : { Parameters: [{ Name: 'other' }], NextToken: '2' }));
  };

  test('may be the secret itself, and is sent nowhere', async () => {
    const aws = pasted('Sup3rS3cret!', 'hunter2', 'db-password');
    const service = await look(aws);
    expect(service.secrets).toEqual(new Map([['Sup3rS3cret!', 'no name'], ['hunter2', 'gone'], ['db-password', 'there']]));
    expect(JSON.stringify(aws.inputs)).not.toMatch(/Sup3rS3cret|hunter2|db-password/);
  });

  test('that is certainly no name is never requested', async () => {
    const aws = pasted('Sup3rS3cret!');
    expect((await look(aws)).secrets).toEqual(new Map([['Sup3rS3cret!', 'no name']]));
    expect(aws.inputs.DescribeParameters).toBeUndefined();
  });

  test('is not searched for among too many names', async () => {
    let page = 0;
    const service = await look(pasted('hunter2').on('DescribeParameters', (request) => request.answer({ Parameters: [], NextToken: String(page++) })));
    expect(service.secrets).toEqual(new Unknown('a parameter without an ARN is searched for in a list of all names, and there are too many: use its ARN'));
    expect(page).toBe(40);
  });

  test('may be a secret that is to be deleted', async () => {
    expect((await look(pasted(SECRET))).secrets).toEqual(new Map([[SECRET, 'to be deleted']]));
  });
});
