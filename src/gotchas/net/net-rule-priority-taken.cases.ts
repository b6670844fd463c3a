import { CfnCondition, Fn, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function rule(stack: Stack, id: string, listenerArn: unknown, priority: unknown) {
  return resource(stack, id, 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: listenerArn, Priority: priority, Conditions: [{ Field: 'path-pattern', Values: [`/${id}`] }], Actions: [],
  });
}

function listener(stack: Stack): string {
  return resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', { Protocol: 'HTTP', Port: 80 }).ref;
}

function other(stack: Stack): Stack {
  return new Stack(stack.node.root, 'Other', { env: { account: stack.account, region: stack.region } });
}

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/1/2';

export const cases: readonly GotchaCase[] = [
  {
    name: 'two rules of one stack',
    caught: true,
    app: (stack) => {
      const arn = listener(stack);
      ['Orders', 'Invoices'].forEach((id) => rule(stack, id, arn, 10));
    },
  },
  {
    name: 'two stacks add rules to a listener from outside',
    caught: true,
    app: (stack) => {
      rule(stack, 'Orders', ARN, 10);
      rule(other(stack), 'Invoices', ARN, '10');
    },
  },
  {
    name: 'another stack adds a rule to the listener of this one',
    caught: true,
    app: (stack) => {
      const arn = listener(stack);
      rule(stack, 'Orders', arn, 10);
      rule(other(stack), 'Invoices', arn, 10);
    },
  },
  {
    name: 'priorities that differ',
    caught: false,
    app: (stack) => {
      rule(stack, 'Orders', ARN, 10);
      rule(other(stack), 'Invoices', ARN, 20);
    },
  },
  {
    name: 'two listeners',
    caught: false,
    app: (stack) => {
      rule(stack, 'Orders', ARN, 10);
      rule(stack, 'Invoices', listener(stack), 10);
    },
  },
  {
    name: 'a condition decides which of two rules there is',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const isOld = new CfnCondition(stack, 'IsOld', { expression: Fn.conditionEquals(parameter(stack), 'yes') });
      rule(stack, 'Old', ARN, 10).cfnOptions.condition = isOld;
      rule(stack, 'New', ARN, 10).cfnOptions.condition = new CfnCondition(stack, 'IsNew', { expression: Fn.conditionNot(isOld) });
    },
  },
  {
    name: 'the listeners are not looked up yet',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const notLookedUp = ARN.replace('/app/', '/application/');
      ['Orders', 'Invoices'].forEach((id) => rule(stack, id, notLookedUp, 10));
    },
  },
  {
    name: 'a parameter names the listener',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const arn = parameter(stack);
      ['Orders', 'Invoices'].forEach((id) => rule(stack, id, arn, 10));
    },
  },
];
