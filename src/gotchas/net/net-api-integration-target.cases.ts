import { CfnIntegration, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ApplicationListener, ApplicationLoadBalancer, ApplicationTargetGroup, ListenerAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Balanced {
  readonly balancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;
  readonly group: ApplicationTargetGroup;
}

function integrated(stack: Stack, uri: (of: Balanced) => string, connection: Readonly<Record<string, unknown>> = {}): void {
  const vpc = new Vpc(stack, 'Vpc');
  const balancer = new ApplicationLoadBalancer(stack, 'Balancer', { vpc });
  const group = new ApplicationTargetGroup(stack, 'Group', { vpc, port: 80 });
  const listener = balancer.addListener('Http', { port: 80, defaultAction: ListenerAction.forward([group]) });
  new CfnIntegration(stack, 'Integration', {
    apiId: new HttpApi(stack, 'Api').apiId,
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'ANY',
    connectionType: 'VPC_LINK',
    connectionId: 'link',
    integrationUri: uri({ balancer, listener, group }),
    ...connection,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the load balancer', caught: true, app: (stack) => integrated(stack, ({ balancer }) => balancer.loadBalancerArn) },
  { name: 'its DNS name', caught: true, app: (stack) => integrated(stack, ({ balancer }) => `http://${balancer.loadBalancerDnsName}/`) },
  { name: 'the target group', caught: true, app: (stack) => integrated(stack, ({ group }) => group.targetGroupArn) },
  { name: 'the listener', caught: false, app: (stack) => integrated(stack, ({ listener }) => listener.listenerArn) },
  {
    name: 'the ARN of a listener of it, in parts',
    caught: false,
    app: (stack) => integrated(stack, ({ balancer }) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/${balancer.loadBalancerFullName}/0123456789abcdef`),
  },
  { name: 'an address on the internet', caught: false, app: (stack) => integrated(stack, ({ balancer }) => `http://${balancer.loadBalancerDnsName}`, { connectionType: 'INTERNET', connectionId: undefined }) },
  {
    name: 'a WebSocket API',
    caught: false,
    app: (stack) => integrated(stack, ({ balancer }) => `http://${balancer.loadBalancerDnsName}`, {
      apiId: resource(stack, 'Sockets', 'AWS::ApiGatewayV2::Api', { ProtocolType: 'WEBSOCKET', Name: 'sockets' }).ref,
    }),
  },
  { name: 'a parameter', caught: false, app: (stack) => integrated(stack, () => parameter(stack)) },
];
