import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const VPC = '10.0.0.0/16';

function guarded(stack: Stack, rules: readonly Properties[], endpoint: Properties = {}): void {
  const group = resource(stack, 'Group', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', SecurityGroupIngress: rules });
  connected(stack, endpoint, {
    service: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [group.getAtt('GroupId')] } } },
  });
}

function tcp(first: unknown, last: unknown = first): Properties {
  return { IpProtocol: 'tcp', FromPort: first, ToPort: last, CidrIp: VPC };
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are no rules', caught: true, app: (stack) => guarded(stack, []) },
  { name: 'the rule is for another port', caught: true, app: (stack) => guarded(stack, [tcp(8080)]) },
  { name: 'the rule is for the container, and the proxy listens elsewhere', caught: true, app: (stack) => guarded(stack, [tcp(80)], { IngressPortOverride: 15000 }) },
  { name: 'the rule is for UDP', caught: true, app: (stack) => guarded(stack, [{ ...tcp(80), IpProtocol: 'udp' }]) },
  { name: 'the rule is for the port', caught: false, app: (stack) => guarded(stack, [tcp(80)]) },
  { name: 'the rule is for the port of the proxy', caught: false, app: (stack) => guarded(stack, [tcp(15000)], { IngressPortOverride: 15000 }) },
  { name: 'the rule is for a range', caught: false, app: (stack) => guarded(stack, [tcp(1, 1024)]) },
  { name: 'the rule is for all', caught: false, app: (stack) => guarded(stack, [{ IpProtocol: '-1', CidrIp: VPC }]) },
  { name: 'the service only calls others', caught: false, app: (stack) => void connected(stack, {}, { connect: { Services: undefined } }) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => guarded(stack, [tcp(parameter(stack))]) },
  {
    name: 'a parameter is the security group',
    caught: false,
    notChecked: true,
    app: (stack) => void connected(stack, {}, {
      service: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [parameter(stack)] } } },
    }),
  },
];
