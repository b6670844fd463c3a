import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;
type Advanced = Properties | undefined | ((stack: Stack, blue: string, green: string) => Properties);

const ROLE = 'arn:aws:iam::111122223333:role/shift';
const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1';
const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shop/1/2';

interface Given {
  readonly blue?: Properties;
  readonly green?: Properties;
  readonly strategy?: unknown;
  readonly service?: Properties;
}

/** A service with two target groups, valid except for the arguments. */
function deployed(stack: Stack, advanced: Advanced, given: Given = {}): void {
  const group = (id: string, more: Properties = {}) => resource(stack, id, 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', ...given.blue, ...more,
  }).ref;
  const [blue, green] = [group('Blue'), group('Green', given.green)];
  const wired = typeof advanced === 'function' ? { AlternateTargetGroupArn: green, RoleArn: ROLE, ...advanced(stack, blue, green) } : advanced;
  service(stack, {
    LoadBalancers: [{ TargetGroupArn: blue, ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration: wired }],
    DeploymentConfiguration: { Strategy: given.strategy ?? 'BLUE_GREEN' },
    ...given.service,
  });
}

const forward = (...groups: readonly string[]) => [{
  Type: 'forward', ForwardConfig: { TargetGroups: groups.map((TargetGroupArn, index) => ({ TargetGroupArn, Weight: index === 0 ? 100 : 0 })) },
}];

function rule(stack: Stack, groups: readonly string[], id = 'Rule', listener: string = LISTENER): string {
  return resource(stack, id, 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: listener, Priority: 1, Actions: forward(...groups), Conditions: [] }).ref;
}

function listens(stack: Stack, groups: readonly string[], id = 'Listener', balancer = BALANCER): string {
  return resource(stack, id, 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: balancer, DefaultActions: forward(...groups) }).ref;
}

const byRule: Advanced = (stack, ...groups) => ({ ProductionListenerRule: rule(stack, groups) });
const byListener: Advanced = (stack, ...groups) => ({ ProductionListenerRule: listens(stack, groups) });
const TCP = { blue: { Protocol: 'TCP' } };
const NAMES = { ServiceRegistries: [{ RegistryArn: 'arn:aws:servicediscovery:us-east-1:111122223333:service/srv-1' }] };
const MESH = { Enabled: true, Services: [{ PortName: 'http' }] };

export const cases: readonly GotchaCase[] = [
  { name: 'there is no second target group', caught: true, app: (stack) => deployed(stack, undefined) },
  { name: 'there is no role', caught: true, app: (stack) => deployed(stack, (_, ...groups) => ({ ProductionListenerRule: rule(stack, groups), RoleArn: undefined })) },
  {
    name: 'both target groups are one',
    caught: true,
    app: (stack) => deployed(stack, (_, blue) => ({ AlternateTargetGroupArn: blue, ProductionListenerRule: rule(stack, [blue]) })),
  },
  { name: 'the second target group takes instances', caught: true, app: (stack) => deployed(stack, byRule, { green: { TargetType: 'instance' } }) },
  { name: 'the second target group speaks HTTPS to the tasks', caught: true, consequence: 'risk', app: (stack) => deployed(stack, byRule, { green: { Protocol: 'HTTPS' } }) },
  { name: 'the rule is a listener', caught: true, app: (stack) => deployed(stack, byListener) },
  { name: 'a Network Load Balancer is to have a rule', caught: true, app: (stack) => deployed(stack, byRule, TCP) },
  { name: 'a listener for TCP and UDP is to have a rule', caught: true, app: (stack) => deployed(stack, byRule, { blue: { Protocol: 'TCP_UDP' } }) },
  {
    name: 'test traffic has a listener',
    caught: true,
    app: (stack) => deployed(stack, (_, ...groups) => ({ ProductionListenerRule: rule(stack, groups), TestListenerRule: listens(stack, groups) })),
  },
  {
    name: 'the rule of production traffic is also the test rule',
    caught: true,
    app: (stack) => deployed(stack, (_, ...groups) => ({ ProductionListenerRule: rule(stack, groups), TestListenerRule: (stack.node.findChild('Rule') as CfnResource).ref })),
  },
  {
    name: 'the test rule is on another load balancer',
    caught: true,
    app: (stack) => deployed(stack, (_, ...groups) => ({
      ProductionListenerRule: rule(stack, groups),
      TestListenerRule: rule(stack, groups, 'Test', listens(stack, [], 'Other', `${BALANCER}0`)),
    })),
  },
  {
    name: 'the rule forwards to one target group',
    caught: true,
    consequence: 'never-works',
    app: (stack) => deployed(stack, (_, blue) => ({ ProductionListenerRule: rule(stack, [blue]) })),
  },
  {
    name: 'the listener forwards to others',
    caught: true,
    consequence: 'never-works',
    app: (stack) => deployed(stack, () => ({ ProductionListenerRule: listens(stack, ['arn:others']) }), TCP),
  },
  { name: 'callers find tasks by names in Cloud Map', caught: true, consequence: 'misbehaves', app: (stack) => deployed(stack, byRule, { service: NAMES }) },
  {
    name: 'the service has no callers',
    caught: true,
    consequence: 'worth-knowing',
    app: (stack) => void service(stack, { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  {
    name: 'the service only calls others',
    caught: true,
    consequence: 'worth-knowing',
    app: (stack) => void service(stack, { ServiceConnectConfiguration: { Enabled: true }, DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  { name: 'all is there', caught: false, app: (stack) => deployed(stack, byRule) },
  { name: 'all of a Network Load Balancer is there', caught: false, app: (stack) => deployed(stack, byListener, TCP) },
  {
    name: 'test traffic has a rule of its own',
    caught: false,
    app: (stack) => deployed(stack, (_, ...groups) => ({
      ProductionListenerRule: rule(stack, groups),
      TestListenerRule: rule(stack, groups, 'Test', listens(stack, [], 'Other')),
    })),
  },
  {
    name: 'the test listener has the second target group, and each listener one by its ARN',
    caught: false,
    app: (stack) => deployed(stack, (_, blue, green) => {
      const single = (id: string, TargetGroupArn: string) => resource(stack, id, 'AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: BALANCER, DefaultActions: [{ Type: 'forward', TargetGroupArn }],
      }).ref;
      return { ProductionListenerRule: single('Real', blue), TestListenerRule: single('Test', green) };
    }, TCP),
  },
  {
    name: 'Service Connect shifts the traffic',
    caught: false,
    app: (stack) => void service(stack, { ServiceConnectConfiguration: MESH, DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  {
    name: 'VPC Lattice shifts the traffic',
    caught: false,
    app: (stack) => void service(stack, { VpcLatticeConfigurations: [{ PortName: 'http' }], DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  { name: 'tasks are replaced in place', caught: false, app: (stack) => deployed(stack, undefined, { strategy: 'ROLLING', service: NAMES }) },
  { name: 'a parameter decides the strategy', caught: false, notChecked: true, app: (stack) => deployed(stack, undefined, { strategy: parameter(stack) }) },
  { name: 'a parameter decides the rule', caught: false, notChecked: true, app: (stack) => deployed(stack, () => ({ ProductionListenerRule: parameter(stack) })) },
  {
    name: 'the rules are known by their ARNs',
    caught: false,
    notChecked: true,
    app: (stack) => deployed(stack, () => {
      const arn = LISTENER.replace(':listener/', ':listener-rule/');
      return { ProductionListenerRule: `${arn}/3`, TestListenerRule: `${arn}/4` };
    }),
  },
  { name: 'what is to be a rule is no ARN', caught: false, notChecked: true, app: (stack) => deployed(stack, () => ({ ProductionListenerRule: 'rule', TestListenerRule: 'other' })) },
  {
    name: 'a parameter decides where a rule forwards to',
    caught: false,
    notChecked: true,
    app: (stack) => deployed(stack, () => ({ ProductionListenerRule: rule(stack, [parameter(stack)]) })),
  },
];
