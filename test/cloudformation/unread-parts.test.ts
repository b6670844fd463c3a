import type { TemplateSource } from '../../src/cloudformation/template';
import { known, Unknown } from '../../src/facts/fact';
import type { FileSystemFacts } from '../../src/facts/file-system';
import type { RegistryFacts } from '../../src/facts/registry';
import type { ServiceFacts } from '../../src/facts/service';
import type { TargetGroupFacts } from '../../src/facts/target-group';
import type { TaskFacts } from '../../src/facts/task';
import { readSubjects } from '../../src/readers/subjects';

const trust = { Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
const Resources = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  Association: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } } },
  SecurityGroup: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { Ref: 'Vpc' } } },
  Registry: { Type: 'AWS::ServiceDiscovery::Service', Properties: { DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 60 }] } } },
  Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: 'ip' } },
  Unserved: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: 'ip' } },
  Files: { Type: 'AWS::EFS::FileSystem' },
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
  Task: {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Volumes: [{ Name: 'files', EFSVolumeConfiguration: { FilesystemId: { Ref: 'Files' } } }],
    },
  },
  Cluster: { Type: 'AWS::ECS::Cluster' },
  Service: {
    Type: 'AWS::ECS::Service',
    Properties: {
      Cluster: { Ref: 'Cluster' },
      TaskDefinition: { Ref: 'Task' },
      LoadBalancers: [{ TargetGroupArn: { Ref: 'Group' } }],
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'Subnet' }], SecurityGroups: [{ Ref: 'SecurityGroup' }] } },
    },
  },
};

/** Facts that follow from a missing resource only, in an app of one template. */
function told(body: unknown, ...others: readonly TemplateSource[]): Readonly<Record<string, unknown>> {
  const subjects = readSubjects([{ id: 'Shop', body }, ...others]);
  const of = (kind: string, place = 0) => subjects.filter((subject) => subject.kind === kind)[place].facts;
  const task = of('task') as TaskFacts;
  const { network, cluster } = of('service') as ServiceFacts;
  const [subnet] = known(known(network)!.subnets);
  const statements = known(known(task.taskRole)!.statements);
  return {
    egress: subnet.egress,
    endpoints: subnet.endpoints,
    ingress: known(known(network)!.securityGroups)[0].ingress,
    onListener: (of('targetGroup') as TargetGroupFacts).onListener,
    registrants: (of('targetGroup', 1) as TargetGroupFacts).registrants,
    referredTo: (of('registry') as RegistryFacts).referredTo,
    mountTargets: (known(known(task.volumes)[0].efs)!.fileSystem as FileSystemFacts).mountTargets,
    statements: statements.map(({ actions }) => actions),
    providers: cluster.capacityProviders,
  };
}

const unknown = expect.any(Unknown) as unknown;
const NOTHING_SURE = {
  egress: unknown,
  endpoints: unknown,
  ingress: unknown,
  onListener: unknown,
  registrants: unknown,
  referredTo: true,
  mountTargets: unknown,
  statements: [unknown],
  providers: [unknown],
};
const ALL = ['Vpc', 'Table', 'SecurityGroup', 'Registry', 'Group', 'Unserved', 'Files', 'Role', 'Cluster'].map((Ref) => ({ Ref }));

test('what is all here is known to lack what it lacks', () => {
  const sure = {
    egress: 'none', endpoints: [], ingress: [], onListener: false, registrants: 0, referredTo: false, mountTargets: [], statements: [], providers: [],
  };
  expect(told({ Resources })).toEqual(sure);
  expect(told({ Resources, Transform: ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'] })).toEqual(sure);
  expect(told({ Resources, Transform: { Name: 'AWS::LanguageExtensions' } })).toEqual(sure);
  const loop = ['Name', ['a'], { 'Topic${Name}': { Type: 'AWS::SNS::Topic' } }];
  expect(told({ Resources: { ...Resources, 'Fn::ForEach::Topics': loop } })).toEqual(sure);
});

const Transform = 'AWS::LanguageExtensions';
const Parameters = { Names: { Type: 'CommaDelimitedList', Default: 'a' } };
const added = (names: unknown, All: unknown) => ['Name', names, { 'Added${Name}': { Type: 'AWS::Any::Resource', Properties: { All } } }];

test('a loop over a parameter may extend the resources that it names', () => {
  const loop = added({ Ref: 'Names' }, ALL);
  expect(told({ Transform, Parameters, Resources: { ...Resources, 'Fn::ForEach::Added': loop } })).toEqual(NOTHING_SURE);
  const outputs = ['Name', { Ref: 'Names' }, { 'Output${Name}': { Value: { Ref: 'Registry' } } }];
  expect(told({ Transform, Parameters, Resources, Outputs: { 'Fn::ForEach::Added': outputs } })).toMatchObject({ referredTo: true, egress: 'none' });
});

test('a loop whose items are known adds what it makes', () => {
  const Outputs = { 'Fn::ForEach::Added': ['Name', ['Registry'], { 'Output${Name}': { Value: { Ref: 'Name' } } }] };
  const loop = ['Name', ['a', 'b'], { 'Mount${Name}': { Type: 'AWS::EFS::MountTarget', Properties: { FileSystemId: { Ref: 'Files' }, SubnetId: { Ref: 'Subnet' } } } }];
  const { mountTargets, ...others } = told({ Transform, Resources: { ...Resources, 'Fn::ForEach::Mounts': loop }, Outputs });
  expect(mountTargets).toHaveLength(2);
  expect(others).toMatchObject({ egress: 'none', onListener: false, referredTo: false, statements: [] });
});

test.each<readonly [string, unknown]>([
  ['a text', { Ref: { 'Fn::Sub': 'Gr${Name}' } }],
  ['a text with more parts', { Ref: { 'Fn::Sub': ['G&{Name}p', {}] } }],
  ['a text of an attribute', { 'Fn::Sub': 'arn of ${Gr${Name}.TargetGroupFullName}' }],
  ['an attribute', { 'Fn::GetAtt': [{ 'Fn::Sub': 'Grou${Name}' }, 'TargetGroupFullName'] }],
  ['an attribute in one text', { 'Fn::GetAtt': 'Grou${Name}.TargetGroupFullName' }],
  ['any other function', { Ref: { 'Fn::Select': [0, { Ref: 'Name' }] } }],
])('a loop may add to what it names by %s', (_, json) => {
  const facts = told({ Transform, Parameters, Resources: { ...Resources, 'Fn::ForEach::Added': added({ Ref: 'Names' }, json) } });
  expect(facts.onListener).toEqual(unknown);
});

test('a loop adds nothing to what is named otherwise', () => {
  const names = [{ Ref: 'Name' }, { Ref: { 'Fn::Sub': 'Group${Name}Two' } }, { 'Fn::Sub': '${Group}-${Name}' }, { 'Fn::Sub': {} }, null, 'Gr${Name}'];
  const facts = told({ Transform, Parameters, Resources: { ...Resources, 'Fn::ForEach::Added': added({ Ref: 'Names' }, names) } });
  expect(facts).toMatchObject({ mountTargets: [], statements: [] });
});

test('a macro may add to anything in its template', () => {
  const include = { Name: 'AWS::Include', Parameters: { Location: 's3://shop/more.yaml' } };
  expect(told({ Resources: { ...Resources, 'Fn::Transform': include } })).toEqual(NOTHING_SURE);
  expect(told({ Resources, Transform: include })).toEqual(NOTHING_SURE);
  expect(told({ Resources, Transform: ['AWS::LanguageExtensions', 'Expand'] })).toEqual(NOTHING_SURE);
});

test('a nested stack without a template may extend the resources in its parameters', () => {
  const Nest = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://s3.amazonaws.com/shop/more.yaml', Parameters: { All: ALL } } };
  expect(told({ Resources: { ...Resources, Nest } })).toEqual(NOTHING_SURE);
  const nested: TemplateSource = { id: 'Nested', body: { Resources: {} }, nestedIn: { template: 'Shop', logicalId: 'Nest' } };
  expect(told({ Resources: { ...Resources, Nest } }, nested)).toMatchObject({ egress: 'none', onListener: false, mountTargets: [], statements: [] });
});
