import { CfnCondition, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function beside(stack: Stack, endpoint: Readonly<Record<string, unknown>>, namespace: unknown = 'shop.local'): void {
  connected(stack);
  resource(stack, 'Other', 'AWS::ECS::Service', {
    Cluster: 'shop', LaunchType: 'FARGATE', ServiceConnectConfiguration: { Enabled: true, Namespace: namespace, Services: [endpoint] },
  });
}

const WEB = { DnsName: 'web', Port: 80 };

export const cases: readonly GotchaCase[] = [
  { name: 'the alias is one', caught: true, app: (stack) => beside(stack, { PortName: 'other', ClientAliases: [WEB] }) },
  { name: 'the ports have one name', caught: true, app: (stack) => beside(stack, { PortName: 'http', ClientAliases: [{ Port: 80 }] }) },
  { name: 'the discovery name is the name of the other port', caught: true, app: (stack) => beside(stack, { PortName: 'other', DiscoveryName: 'http' }) },
  { name: 'the names differ', caught: false, app: (stack) => beside(stack, { PortName: 'other', ClientAliases: [{ DnsName: 'other', Port: 80 }] }) },
  { name: 'the ports of the alias differ', caught: false, app: (stack) => beside(stack, { PortName: 'other', ClientAliases: [{ ...WEB, Port: 81 }] }) },
  { name: 'the namespaces differ', caught: false, app: (stack) => beside(stack, { PortName: 'http', ClientAliases: [WEB] }, 'other.local') },
  {
    name: 'there is one of the two services',
    caught: false,
    app: (stack) => {
      beside(stack, { PortName: 'http', ClientAliases: [WEB] });
      const given = new CfnCondition(stack, 'Condition');
      (stack.node.findChild('Other') as CfnResource).cfnOptions.condition = given;
    },
  },
  { name: 'a parameter decides the namespace', caught: false, notChecked: true, app: (stack) => beside(stack, { PortName: 'http' }, parameter(stack)) },
];
