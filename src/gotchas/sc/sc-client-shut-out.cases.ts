import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ANY = { CidrIp: '0.0.0.0/0' };
const ALL = { IpProtocol: '-1', ...ANY };

function tcp(port: unknown, more: Properties = ANY): Properties {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, ...more };
}

function group(stack: Stack, id: string, properties: Properties): string {
  return resource(stack, id, 'AWS::EC2::SecurityGroup', { GroupDescription: id, ...properties }).getAtt('GroupId') as unknown as string;
}

function network(SecurityGroups: readonly unknown[]): Properties {
  return { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups } } };
}

/** A client with rules out, and a server with rules in, which get the group of the client. */
function calls(
  stack: Stack, out: readonly Properties[], into: (client: string) => readonly Properties[], endpoint: Properties = {}, client: Properties = {},
): void {
  const own = group(stack, 'ClientGroup', { SecurityGroupEgress: out });
  connected(stack, endpoint, { service: network([group(stack, 'ServerGroup', { SecurityGroupIngress: into(own) })]) });
  resource(stack, 'Client', 'AWS::ECS::Service', {
    Cluster: 'shop', LaunchType: 'FARGATE', ServiceConnectConfiguration: { Enabled: true, Namespace: 'shop.local' }, ...network([own]), ...client,
  });
}

const fromClient = (client: string) => [tcp(80, { SourceSecurityGroupId: client })];
const fromOther = () => [tcp(80, { SourceSecurityGroupId: 'sg-1' })];

export const cases: readonly GotchaCase[] = [
  { name: 'the client has no way out', caught: true, app: (stack) => calls(stack, [tcp(443)], fromClient) },
  { name: 'the way out is to the container, and the proxy listens elsewhere', caught: true, app: (stack) => calls(stack, [tcp(80)], () => [tcp(15000)], { IngressPortOverride: 15000 }) },
  { name: 'the server admits another group', caught: true, app: (stack) => calls(stack, [ALL], fromOther) },
  { name: 'both are open', caught: false, app: (stack) => calls(stack, [tcp(80)], fromClient) },
  { name: 'all traffic may leave', caught: false, app: (stack) => calls(stack, [], fromClient) },
  { name: 'the server admits addresses', caught: false, app: (stack) => calls(stack, [ALL], () => [tcp(80, { CidrIp: '10.0.0.0/16' })]) },
  { name: 'the client is in another namespace', caught: false, app: (stack) => calls(stack, [tcp(443)], fromClient, {}, { ServiceConnectConfiguration: { Enabled: true, Namespace: 'other.local' } }) },
  {
    name: 'the service has an endpoint too',
    caught: false,
    app: (stack) => calls(stack, [tcp(443)], fromClient, {}, {
      ServiceConnectConfiguration: { Enabled: true, Namespace: 'shop.local', Services: [{ PortName: 'api', DiscoveryName: 'api' }] },
    }),
  },
  { name: 'a parameter decides the port out', caught: false, notChecked: true, app: (stack) => calls(stack, [tcp(parameter(stack))], fromClient) },
  { name: 'a parameter is the group that the server admits', caught: false, notChecked: true, app: (stack) => calls(stack, [ALL], () => [tcp(80, { SourceSecurityGroupId: parameter(stack) })]) },
];
