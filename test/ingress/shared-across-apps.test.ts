import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { App, CfnOutput, Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, RequestCountTargetScaling, SharedLoadBalancer, type ISharedLoadBalancer, type PriorityBand, type SharedIngressOptions } from '../../src';
import { assignPriority, roomFor } from '../../src/ingress/rules/rule-priority';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const PATH = '/shared/load-balancer';
const SSM = 'AWS::SSM::Parameter::Value<String>';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

function zone(stack: Stack, zoneName = 'example.com'): route53.IHostedZone {
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName });
}

function publisher(): { readonly stack: Stack; readonly shared: SharedLoadBalancer } {
  const stack = testStack();
  return { stack, shared: new SharedLoadBalancer(stack, 'Shared', { vpc: testVpc(stack), hostedZone: zone(stack) }) };
}

function imported(stack: Stack, band?: PriorityBand, zoneName?: string): ISharedLoadBalancer {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Network', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'], privateSubnetIds: ['subnet-1'] });
  return SharedLoadBalancer.fromPublished(stack, 'Shared', PATH, { vpc, hostedZone: zone(stack, zoneName), band });
}

function orders(stack: Stack, loadBalancer: ISharedLoadBalancer, options: Partial<SharedIngressOptions> = {}): FargateWebService {
  return new FargateWebService(stack, 'Orders', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress: Ingress.shared({ loadBalancer, hostNames: ['orders.example.com'], ...options }),
  });
}

describe('publish', () => {
  test('writes each attribute as a parameter below the path', () => {
    const { stack, shared } = publisher();
    shared.publish(PATH);
    const names = Object.values(Template.fromStack(stack).findResources('AWS::SSM::Parameter')).map(({ Properties: { Name, Type } }) => [Name, Type]);
    expect(names).toEqual(['listener-arn', 'load-balancer-arn', 'security-group-id', 'dns-name', 'hosted-zone-id'].map((last) => [`${PATH}/${last}`, 'String']));
  });

  test('is refused twice', () => {
    const { shared } = publisher();
    shared.publish(PATH);
    expect(() => shared.publish('/other')).toThrow(`published at '${PATH}' already`);
  });

  test.each(['shared', '/shared/', '//shared', '/aws/shared', '/ssm', ''])('is refused at %j', (path) => {
    expect(() => publisher().shared.publish(path)).toThrow('parameterPath');
  });

  test.each(['/awsome/shared', '/ssm-shared', '/a.b_c-d/e'])('accepts %j', (path) => {
    expect(() => publisher().shared.publish(path)).not.toThrow();
  });

  test('takes a token for the path', () => {
    const { stack, shared } = publisher();
    shared.publish(tokens(stack).text);
    Template.fromStack(stack).resourceCountIs('AWS::SSM::Parameter', 5);
  });
});

describe('fromPublished', () => {
  test('reads what publish writes', () => {
    const { stack, shared } = publisher();
    shared.publish(PATH);
    const written = Object.values(Template.fromStack(stack).findResources('AWS::SSM::Parameter')).map(({ Properties }) => Properties.Name as string);
    const reader = testStack();
    const found = imported(reader);
    orders(reader, found);
    new CfnOutput(reader, 'Arn', { value: found.loadBalancerArn });
    const read = Object.values(Template.fromStack(reader).findParameters('*', { Type: SSM, Default: Match.stringLikeRegexp(`^${PATH}/`) }));
    expect(read.map(({ Default }) => Default as string).sort()).toEqual(written.sort());
  });

  test('creates the rule, record and open port of a service in the app of the service', () => {
    const stack = testStack();
    orders(stack, imported(stack));
    const template = Template.fromStack(stack);
    expect(template.toJSON()).toMatchSnapshot();
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 0);
    template.hasResourceProperties(RULE, { Conditions: [Match.objectLike({ HostHeaderConfig: { Values: ['orders.example.com'] } })] });
    template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'orders.example.com.' });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 8080 });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { FromPort: 8080 });
  });

  test('reads nothing that the app does not use', () => {
    const stack = testStack();
    imported(stack);
    expect(Template.fromStack(stack).findParameters('*', { Type: SSM })).toEqual({});
  });

  test.each([['example.com', 4], ['example.org', 2]])('reads what a service in %s refers to, in another stack too', (zoneName, count) => {
    const stack = testStack();
    const shared = imported(stack, undefined, zoneName);
    const own = new Stack(stack.node.root as App, 'Own', { env: { account: stack.account, region: stack.region } });
    orders(stack, shared);
    new CfnOutput(own, 'Listener', { value: shared.listenerArn });
    const template = Template.fromStack(stack);
    const parameters = Object.keys(template.findParameters('*', { Type: SSM }));
    expect(parameters).toHaveLength(count);
    for (const name of parameters) expect(JSON.stringify(template.toJSON())).toContain(`{"Ref":"${name}"}`);
  });

  test('lets the service scale on requests', () => {
    const stack = testStack();
    new RequestCountTargetScaling(stack, 'Scaling', { service: orders(stack, imported(stack)), requestsPerTarget: 1000 });
    Template.fromStack(stack).resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 1);
  });

  test('is refused without a vpc', () => {
    expect(refusalOf(testStack(), 'Shared', (scope, id) => SharedLoadBalancer.fromPublished(scope, id, PATH, {} as never))).toContain('vpc is left out');
  });
});

test('attributes of any load balancer will do', () => {
  const stack = new Stack(new App(), 'Shop', { env: { account: '123456789012', region: 'eu-west-1' } });
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
  const shared = SharedLoadBalancer.fromSharedLoadBalancerAttributes(stack, 'Shared', {
    vpc: ec2.Vpc.fromVpcAttributes(stack, 'Network', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'], privateSubnetIds: ['subnet-1'] }),
    listenerArn: `${arn}:listener/app/shared/1/2`,
    loadBalancerArn: `${arn}:loadbalancer/app/shared/1`,
    securityGroupId: 'sg-1',
    loadBalancerDnsName: 'shared.elb.amazonaws.com',
    loadBalancerCanonicalHostedZoneId: 'Z2',
  });
  orders(stack, shared);
  Template.fromStack(stack).hasResourceProperties(RULE, { ListenerArn: `${arn}:listener/app/shared/1/2` });
});

describe('band', () => {
  const conditions = { hostNames: ['orders.example.com'] };

  test('keeps the priorities of apps apart, within those of such rules', () => {
    const { first, size } = roomFor(conditions);
    const bands = [1, 2, 3].map((mine) => Array.from({ length: 200 }, (_, index) => assignPriority(`Shop/${index}`, conditions, { of: 3, mine })));
    const [one, two, three] = bands.map((priorities) => ({ lowest: Math.min(...priorities), highest: Math.max(...priorities) }));
    expect(one.lowest).toBeGreaterThanOrEqual(first);
    expect(two.lowest).toBeGreaterThan(one.highest);
    expect(three.lowest).toBeGreaterThan(two.highest);
    expect(three.highest).toBeLessThan(first + size);
  });

  test.each<[PriorityBand, string]>([[{ of: 0, mine: 1 }, 'band.of'], [{ of: 17, mine: 1 }, 'band.of'], [{ of: 4, mine: 5 }, 'band.mine'], [{ of: 4, mine: 0 }, 'band.mine']])('%j is refused', (band, property) => {
    expect(() => imported(testStack(), band)).toThrow(property);
  });

  test('is refused for a rule of a kind that has fewer priorities than parts', () => {
    const special: Partial<SharedIngressOptions> = { hostNames: ['*.a.b.example.com'], pathPatterns: ['/a/b/*'], methods: ['GET'], sourceIps: ['10.0.0.0/8'] };
    expect(roomFor(special).size).toBeLessThan(16);
    const define = (options: Partial<SharedIngressOptions>): FargateWebService => {
      const stack = testStack();
      return orders(stack, imported(stack, { of: 16, mine: 1 }), options);
    };
    expect(() => define(special)).toThrow('set ingress.priority to a free number');
    expect(() => define({ ...special, priority: 7 })).not.toThrow();
  });
});
