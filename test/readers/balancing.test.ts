import type { TemplateSource } from '../../src/cloudformation/template';
import { Unknown } from '../../src/facts/fact';
import type { Subjects, SubjectKind } from '../../src/facts/subjects';
import { readSubjects } from '../../src/readers/subjects';

type Resources = Readonly<Record<string, readonly [type: string, properties: object]>>;

type Rest = Partial<TemplateSource> & { readonly Outputs?: object; readonly Parameters?: object };

function template(id: string, resources: Resources, rest: Rest = {}): TemplateSource {
  const { Outputs, Parameters, ...source } = rest;
  const Resources = Object.fromEntries(Object.entries(resources).map(([name, [Type, Properties]]) => [name, { Type, Properties }]));
  return { id, stackName: id, body: { Resources, Outputs, Parameters }, ...source };
}

function factsOf<K extends SubjectKind>(kind: K, ...sources: readonly TemplateSource[]): ReadonlyArray<Subjects[K]> {
  return readSubjects(sources).filter((subject) => subject.kind === kind).map(({ facts }) => facts as Subjects[K]);
}

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/1/2';

test('a rule of a nested stack takes a priority of the listener of its parent', () => {
  const parent = template('Shop', {
    Listener: [LISTENER, {}],
    Orders: [RULE, { ListenerArn: { Ref: 'Listener' }, Priority: 10 }],
    Nest: ['AWS::CloudFormation::Stack', { Parameters: { Given: { Ref: 'Listener' } } }],
  });
  const nested = template('Nested', { Invoices: [RULE, { ListenerArn: { Ref: 'Given' }, Priority: 10 }] }, {
    Parameters: { Given: { Type: 'String' } }, nestedIn: { template: 'Shop', logicalId: 'Nest' },
  });
  expect(factsOf('listenerRule', parent, nested).map(({ samePriority }) => samePriority)).toEqual([['Invoices in Nested'], ['Orders in Shop']]);
});

test('the same ARN in two environments names two listeners', () => {
  const rules: Resources = { Rule: [RULE, { ListenerArn: ARN, Priority: 10 }] };
  const [test_, production] = factsOf('listenerRule', template('Test', rules, { account: '1' }), template('Production', rules, { account: '2' }));
  expect([test_.samePriority, production.samePriority]).toEqual([[], []]);
});

test('a target group that an SSM parameter exposes may be on a listener elsewhere', () => {
  const group: Resources = { Group: ['AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip' }] };
  expect(factsOf('targetGroup', template('Shop', group))[0].onListener).toBe(false);
  const given = template('Shop', { ...group, Parameter: ['AWS::SSM::Parameter', { Value: { Ref: 'Group' } }] });
  expect(factsOf('targetGroup', given)[0].onListener).toBeInstanceOf(Unknown);
});

test('exports of the CDK are for the other stacks, unless these are missing', () => {
  const shop = template('Shop', { Group: ['AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip' }] }, {
    Outputs: { ExportsOutputRefGroup: { Value: { Ref: 'Group' }, Export: { Name: 'Shop:Group' } } },
  });
  expect(factsOf('targetGroup', shop)[0].onListener).toBeInstanceOf(Unknown);
  expect(factsOf('targetGroup', shop, template('Other', {}))[0].onListener).toBe(false);
});

test('a load balancer has the subnets of its mappings, and knows what its listeners speak', () => {
  const [balancer] = factsOf('balancer', template('Shop', {
    Subnet: ['AWS::EC2::Subnet', { AvailabilityZone: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }, Ipv4NetmaskLength: 24 }],
    Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Scheme: 'internal', SubnetMappings: [{ SubnetId: { Ref: 'Subnet' } }] }],
    Plain: [LISTENER, { LoadBalancerArn: { Ref: 'Balancer' }, Protocol: 'TCP' }],
    Secure: [LISTENER, { LoadBalancerArn: { Ref: 'Balancer' }, Protocol: 'TLS' }],
  }));
  expect(balancer).toMatchObject({
    type: 'network', internetFacing: false, protocols: ['TCP', 'TLS'], subnets: [{ id: 'Subnet', zone: 'zone 1', addresses: 251 }],
  });
});

test('a gateway endpoint serves the subnets of its route tables only', () => {
  const [{ network }] = factsOf('service', template('Shop', {
    Vpc: ['AWS::EC2::VPC', {}],
    ...Object.fromEntries(['One', 'Two'].flatMap((id) => [
      [`Subnet${id}`, ['AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' } }]],
      [`Table${id}`, ['AWS::EC2::RouteTable', {}]],
      [`Association${id}`, ['AWS::EC2::SubnetRouteTableAssociation', { SubnetId: { Ref: `Subnet${id}` }, RouteTableId: { Ref: `Table${id}` } }]],
    ] as const)),
    S3: ['AWS::EC2::VPCEndpoint', { VpcId: { Ref: 'Vpc' }, ServiceName: 'com.amazonaws.eu-west-1.s3', RouteTableIds: [{ Ref: 'TableOne' }] }],
    Logs: ['AWS::EC2::VPCEndpoint', { VpcId: { Ref: 'Vpc' }, ServiceName: 'com.amazonaws.eu-west-1.logs', VpcEndpointType: 'Interface' }],
    Service: ['AWS::ECS::Service', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'SubnetOne' }, { Ref: 'SubnetTwo' }] } } }],
  }));
  expect(network).toMatchObject({
    subnets: [
      { endpoints: ['s3', 'logs'], interfaceEndpoints: [{ service: 'logs', privateDns: false, securityGroups: [] }] },
      { endpoints: ['logs'] },
    ],
  });
});
