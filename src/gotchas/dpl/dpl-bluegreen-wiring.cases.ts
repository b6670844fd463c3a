import { CfnResource, type Stack } from 'aws-cdk-lib/core';
import type { GotchaCase } from '../gotcha-case';
import { parameter, resource, service, targetGroup } from '../small-app.cases';

type Properties = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::111122223333:role/shift';

function deployed(stack: Stack, advanced: (blue: string, green: string) => Properties | undefined, green: Properties = {}, strategy: unknown = 'BLUE_GREEN'): void {
  const blue = targetGroup(stack).ref;
  const other = resource(stack, 'Green', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', ...green }).ref;
  service(stack, {
    LoadBalancers: [{ TargetGroupArn: blue, ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration: advanced(blue, other) }],
    DeploymentConfiguration: { Strategy: strategy },
  });
}

function rule(stack: Stack): string {
  return resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { Priority: 1, Actions: [], Conditions: [] }).ref;
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is no second target group', caught: true, app: (stack) => deployed(stack, () => undefined) },
  { name: 'there is no role', caught: true, app: (stack) => deployed(stack, (_, green) => ({ AlternateTargetGroupArn: green, ProductionListenerRule: rule(stack) })) },
  {
    name: 'both target groups are one',
    caught: true,
    app: (stack) => deployed(stack, (blue) => ({ AlternateTargetGroupArn: blue, ProductionListenerRule: rule(stack), RoleArn: ROLE })),
  },
  {
    name: 'the second target group takes instances',
    caught: true,
    app: (stack) => deployed(stack, (_, green) => ({ AlternateTargetGroupArn: green, ProductionListenerRule: rule(stack), RoleArn: ROLE }), { TargetType: 'instance' }),
  },
  {
    name: 'the second target group speaks HTTPS to the tasks',
    caught: true,
    severity: 'warning',
    app: (stack) => deployed(stack, (_, green) => ({ AlternateTargetGroupArn: green, ProductionListenerRule: rule(stack), RoleArn: ROLE }), { Protocol: 'HTTPS' }),
  },
  {
    name: 'the rule is a listener',
    caught: true,
    app: (stack) => deployed(stack, (_, green) =>
      ({ AlternateTargetGroupArn: green, ProductionListenerRule: (stack.node.findChild('Listener') as CfnResource).ref, RoleArn: ROLE })),
  },
  {
    name: 'nobody calls the service',
    caught: true,
    severity: 'info',
    app: (stack) => void service(stack, { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  {
    name: 'all is there',
    caught: false,
    app: (stack) => deployed(stack, (_, green) => ({ AlternateTargetGroupArn: green, ProductionListenerRule: rule(stack), RoleArn: ROLE })),
  },
  {
    name: 'Service Connect shifts the traffic',
    caught: false,
    app: (stack) => void service(stack, { ServiceConnectConfiguration: { Enabled: true }, DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }),
  },
  { name: 'tasks are replaced in place', caught: false, app: (stack) => deployed(stack, () => undefined, {}, 'ROLLING') },
  { name: 'a parameter decides the strategy', caught: false, notChecked: true, app: (stack) => deployed(stack, () => undefined, {}, parameter(stack)) },
  {
    name: 'a parameter decides the rule',
    caught: false,
    notChecked: true,
    app: (stack) => deployed(stack, (_, green) => ({ AlternateTargetGroupArn: green, ProductionListenerRule: parameter(stack), RoleArn: ROLE })),
  },
];
