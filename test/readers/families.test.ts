import type { CapacityFacts } from '../../src/facts/capacity';
import { Unknown } from '../../src/facts/fact';
import type { RoleFacts } from '../../src/facts/role';
import type { ServiceFacts } from '../../src/facts/service';
import type { SubjectKind, Subjects } from '../../src/facts/subjects';
import { readSubjects } from '../../src/readers/subjects';

type Resources = Readonly<Record<string, readonly [type: string, properties: unknown]>>;

const UNSURE = { 'Fn::If': ['Asked', {}, { Ref: 'AWS::NoValue' }] };

/** The facts of the only subject of a kind. */
function factsOf<K extends SubjectKind>(kind: K, resources: Resources): Subjects[K] {
  const body = {
    Parameters: { Given: { Type: 'String' } },
    Resources: Object.fromEntries(Object.entries(resources).map(([id, [Type, Properties]]) => [id, { Type, Properties }])),
  };
  return readSubjects([{ id: 'shop', body }]).find((subject) => subject.kind === kind)?.facts as Subjects[K];
}

function unsure(why: string): Unknown {
  return new Unknown(why);
}

describe('a role', () => {
  const roleOf = (resources: Resources, arn: unknown = { 'Fn::GetAtt': ['Role', 'Arn'] }) =>
    factsOf('task', { Task: ['AWS::ECS::TaskDefinition', { TaskRoleArn: arn }], ...resources }).taskRole as RoleFacts;
  const document = (Action: unknown) => ({ PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } });

  test('has the statements of every kind of policy', () => {
    const role = roleOf({
      Role: ['AWS::IAM::Role', { Policies: [document('a:Inline')], ManagedPolicyArns: [{ Ref: 'Named' }, 'arn:aws:iam::aws:policy/ReadOnlyAccess'] }],
      Named: ['AWS::IAM::ManagedPolicy', document('b:Named')],
      Beside: ['AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }], ...document(['c:Beside', { Ref: 'Given' }]) }],
      Single: ['AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' }, ...document('d:Single') }],
      Other: ['AWS::IAM::Policy', { Roles: { Ref: 'Given' }, ...document('e:Other') }],
    });
    expect(role).toMatchObject({
      managedPolicies: ['ReadOnlyAccess'],
      statements: [
        { actions: ['a:Inline'] }, { actions: ['c:Beside', unsure('parameter Given decides it')] }, { actions: ['d:Single'] }, { actions: ['b:Named'] },
      ],
    });
  });

  test('is unknown where its lists are', () => {
    expect(roleOf({ Role: ['AWS::IAM::Role', { Policies: { Ref: 'Given' }, ManagedPolicyArns: { Ref: 'Given' } }] })).toMatchObject({
      managedPolicies: unsure('parameter Given decides it'), statements: unsure('parameter Given decides it'),
    });
    const inner = [{ PolicyDocument: { Ref: 'Given' } }, { PolicyDocument: { Statement: { Ref: 'Given' } } }];
    expect(roleOf({ Role: ['AWS::IAM::Role', { Policies: inner }] }).statements).toEqual(unsure('parameter Given decides it'));
    expect(roleOf({ Role: ['AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: { Ref: 'Given' } } }] }).trustedServices).toEqual(unsure('parameter Given decides it'));
    expect(roleOf({}, UNSURE)).toEqual(unsure('condition Asked decides it'));
    expect(roleOf({ Role: ['AWS::S3::Bucket', {}] }).statements).toEqual(unsure('it is a resource of another kind'));
  });
});

describe('capacity', () => {
  const capacityOf = (group: unknown, resources: Resources = {}): CapacityFacts => factsOf('capacity', {
    Group: ['AWS::AutoScaling::AutoScalingGroup', group],
    Provider: ['AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' } } }],
    ...resources,
  });
  const byTemplate = { LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' } } };
  const launch = (data: unknown): Resources => ({ Launch: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: data }] });

  test('is unknown when its launch template comes from outside', () => {
    expect(capacityOf({ LaunchTemplate: { LaunchTemplateId: 'lt-1' } }).instanceRole).toEqual(unsure('the launch template is not in this app'));
  });

  test('is read from a mixed instances policy', () => {
    const mixed = { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Launch' } } } } };
    expect(capacityOf(mixed, launch({ ImageId: 'ami-1' }))).toMatchObject({ imageId: 'ami-1', imageIsPinned: true, instanceRole: undefined });
  });

  test('has no image of its own when the template leaves it out', () => {
    expect(capacityOf(byTemplate, launch({}))).toMatchObject({ imageId: undefined, imageIsPinned: false });
  });

  test.each([
    ['no role', { Roles: [] }, undefined],
    ['roles that are not known', { Roles: { Ref: 'Given' } }, unsure('parameter Given decides it')],
  ])('has the role of its instance profile: %s', (_, profile, role) => {
    const resources = { ...launch({ IamInstanceProfile: { Name: { Ref: 'Profile' } } }), Profile: ['AWS::IAM::InstanceProfile', profile] as const };
    expect(capacityOf(byTemplate, resources).instanceRole).toEqual(role);
  });
});

describe('a service', () => {
  const serviceOf = (properties: unknown, resources: Resources = {}): ServiceFacts => factsOf('service', { Service: ['AWS::ECS::Service', properties], ...resources });
  const target = (ResourceId: unknown, more: object = {}) => ['AWS::ApplicationAutoScaling::ScalableTarget', { ServiceNamespace: 'ecs', ResourceId, MinCapacity: 1, MaxCapacity: 2, ...more }] as const;

  test('is scaled by the target with its name', () => {
    expect(serviceOf({ ServiceName: 'api' }, { Target: target('service/shop/api', { ScheduledActions: { Ref: 'Given' } }) }).scaling)
      .toEqual({ minCapacity: 1, maxCapacity: 2, policies: [], scheduledActions: unsure('parameter Given decides it') });
    expect(serviceOf({ ServiceName: 'api' }, { Target: target({ 'Fn::Sub': 'service/${Given}/web' }) }).scaling).toBeUndefined();
    expect(serviceOf({ ServiceName: 'api' }, { Target: target('table/api', { ServiceNamespace: 'dynamodb' }) }).scaling).toBeUndefined();
  });

  test('has an unknown scaling when two targets have its name', () => {
    expect(serviceOf({ ServiceName: 'api' }, { A: target('service/a/api'), B: target('service/b/api') }).scaling).toBeInstanceOf(Unknown);
    expect(serviceOf({ ServiceName: 'api' }, { A: target(undefined) }).scaling).toBeInstanceOf(Unknown);
  });

  test('has policies of any kind', () => {
    const scaling = serviceOf({}, {
      Target: target({ 'Fn::Sub': 'service/shop/${Service.Name}' }),
      Policy: ['AWS::ApplicationAutoScaling::ScalingPolicy', {
        ScalingTargetId: { Ref: 'Target' },
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: { CustomizedMetricSpecification: { MetricName: 'Backlog' }, TargetValue: 5 },
      }],
      Other: ['AWS::ApplicationAutoScaling::ScalingPolicy', { ScalingTargetId: { Ref: 'Target' }, PolicyType: { Ref: 'Given' } }],
      Foreign: ['AWS::ApplicationAutoScaling::ScalingPolicy', { ScalingTargetId: 'arn' }],
    }).scaling;
    expect(scaling).toMatchObject({ policies: [{ kind: 'target-tracking', metric: 'Backlog', targetValue: 5 }, { kind: unsure('parameter Given decides it') }] });
  });

  test('shows if its tasks are rebalanced', () => {
    expect(serviceOf({ AvailabilityZoneRebalancing: 'ENABLED' }).availabilityZoneRebalancing).toBe(true);
    expect(serviceOf({ AvailabilityZoneRebalancing: 'DISABLED' }).availabilityZoneRebalancing).toBe(false);
    expect(serviceOf({}).availabilityZoneRebalancing).toBeUndefined();
    expect(serviceOf({ AvailabilityZoneRebalancing: { Ref: 'Given' } }).availabilityZoneRebalancing).toBeInstanceOf(Unknown);
  });

  test('runs on Fargate when the cluster does by default', () => {
    const own: Resources = { Cluster: ['AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }] }] };
    expect(serviceOf({ Cluster: { Ref: 'Cluster' } }, own).onFargate).toBe(true);
    expect(serviceOf({ Cluster: { Ref: 'Cluster' } }, { Cluster: ['AWS::ECS::Cluster', {}] }).onFargate).toBe(false);
    expect(serviceOf({}).onFargate).toEqual(unsure('the default cluster of the account decides it'));
    expect(serviceOf({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Given' } }] }).onFargate).toEqual(unsure('parameter Given decides it'));
    const provider: Resources = { Provider: ['AWS::ECS::CapacityProvider', {}] };
    expect(serviceOf({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' } }] }, provider).onFargate).toBe(false);
  });

  test('knows where its subnets lead', () => {
    const network = { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'Subnet' }], SecurityGroups: ['sg-1', { Ref: 'Group' }] } } };
    const subnetOf = (resources: Resources) => (serviceOf(network, {
      Group: ['AWS::EC2::SecurityGroup', {}],
      Subnet: ['AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' } }],
      Vpc: ['AWS::EC2::VPC', {}],
      Table: ['AWS::EC2::RouteTable', {}],
      ...resources,
    }).network as { readonly subnets: readonly unknown[] }).subnets[0];
    const associated: Resources = { At: ['AWS::EC2::SubnetRouteTableAssociation', { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } }] };
    const route = (properties: object): Resources => ({ ...associated, Route: ['AWS::EC2::Route', { RouteTableId: { Ref: 'Table' }, ...properties }] });
    expect(subnetOf({})).toMatchObject({ egress: unsure('no route table of this app is associated with the subnet'), endpoints: [] });
    expect(subnetOf(associated)).toMatchObject({ egress: 'none' });
    expect(subnetOf(route({ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw' }))).toMatchObject({ egress: unsure('a route leads somewhere else') });
    expect(subnetOf(route({ DestinationPrefixListId: 'pl-1' }))).toMatchObject({ egress: 'none' });
    expect(subnetOf(route({ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw' }))).toMatchObject({ egress: 'other' });
    expect(subnetOf(route({ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw' }))).toMatchObject({ egress: 'none', leadsOutOverIpv6: false });
    expect(subnetOf(route({ DestinationIpv6CidrBlock: '64:ff9b::/96', NatGatewayId: 'nat' }))).toMatchObject({ egress: unsure('a route leads somewhere else') });
    expect(subnetOf(route({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }))).toMatchObject({ egress: 'internet-gateway' });
    const endpoint = (ServiceName: unknown): Resources => ({ E: ['AWS::EC2::VPCEndpoint', { VpcId: { Ref: 'Vpc' }, ServiceName }] });
    expect(subnetOf(endpoint('cn.com.amazonaws.cn-north-1.ecr.api'))).toMatchObject({ endpoints: ['ecr.api'] });
    expect(subnetOf(endpoint({ Ref: 'Given' }))).toMatchObject({ endpoints: unsure('an endpoint of a service that the deployment names') });
    expect(subnetOf({ Subnet: ['AWS::EC2::Subnet', { VpcId: 'vpc-1' }] })).toMatchObject({ endpoints: unsure('the VPC is not in this app') });
  });

  test('has no task when none is named', () => {
    expect(serviceOf({}).task.networkMode).toEqual(unsure('no task definition is named'));
    expect(serviceOf({ TaskDefinition: { Ref: 'Bucket' } }, { Bucket: ['AWS::S3::Bucket', {}] }).task.networkMode).toEqual(unsure('Bucket is not a task definition'));
  });
});

test('volumes that a condition decides on are unknown', () => {
  const volumes = factsOf('task', {
    Task: ['AWS::ECS::TaskDefinition', { Volumes: [{ DockerVolumeConfiguration: UNSURE }, { ConfiguredAtLaunch: { Ref: 'Given' } }] }],
  }).volumes;
  expect(volumes).toMatchObject([{ kind: unsure('condition Asked decides it') }, { kind: unsure('parameter Given decides it') }]);
});

test('compatibilities that are not known leave Fargate open', () => {
  expect(factsOf('task', { Task: ['AWS::ECS::TaskDefinition', { RequiresCompatibilities: [{ Ref: 'Given' }] }] }).onFargate).toEqual(unsure('parameter Given decides it'));
  expect(factsOf('task', { Task: ['AWS::ECS::TaskDefinition', { RequiresCompatibilities: { Ref: 'Given' } }] }).onFargate).toEqual(unsure('parameter Given decides it'));
});

test('the tasks of a managed daemon are read, as far as ECS does not decide for them', () => {
  const container = { Name: 'agent', Image: 'agent:1.4' };
  const task = factsOf('task', { Agent: ['AWS::ECS::DaemonTaskDefinition', { Family: 'agent', Cpu: '128', Memory: '256', ContainerDefinitions: [container] }] });
  expect(task).toMatchObject({
    family: 'agent', memoryMiB: 256, onFargate: false, networkMode: unsure('ECS decides it for daemons'), containers: [{ name: 'agent', image: { tag: '1.4' } }],
  });
});
