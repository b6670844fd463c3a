import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1';
const CERTIFICATE = { CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' };

function listener(stack: Stack, ...actions: readonly object[]): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: BALANCER, Port: 443, Protocol: 'HTTPS', Certificates: [CERTIFICATE], SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06', DefaultActions: actions,
  });
}

function rule(stack: Stack, ...actions: readonly object[]): void {
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: `${BALANCER.replace('loadbalancer', 'listener')}/2`, Priority: 1, Conditions: [{ Field: 'path-pattern', Values: ['/*'] }], Actions: actions,
  });
}

const forward = (Order?: unknown) => ({ Type: 'forward', TargetGroupArn: 'arn:targets', Order });
const signIn = (Order?: unknown) => ({ Type: 'authenticate-oidc', Order, AuthenticateOidcConfig: { Issuer: 'https://id.example.com' } });
const fixed = (config: object) => ({ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503', ...config } });

export const cases: readonly GotchaCase[] = [
  { name: 'a sign-in after the forward', caught: true, app: (stack) => listener(stack, forward(1), signIn(2)) },
  { name: 'actions without an order', caught: true, app: (stack) => listener(stack, signIn(), forward()) },
  { name: 'actions of one order', caught: true, app: (stack) => rule(stack, signIn(1), forward(1)) },
  { name: 'a sign-in alone', caught: true, app: (stack) => rule(stack, signIn()) },
  { name: 'no action', caught: true, app: (stack) => rule(stack) },
  { name: 'two forwards', caught: true, app: (stack) => listener(stack, forward(1), forward(2)) },
  { name: 'a long page', caught: true, app: (stack) => rule(stack, fixed({ MessageBody: 'x'.repeat(1025) })) },
  { name: 'a page of another type', caught: true, app: (stack) => rule(stack, fixed({ ContentType: 'application/xml' })) },
  { name: 'a status of a redirect', caught: true, app: (stack) => listener(stack, fixed({ StatusCode: 301 })) },
  { name: 'a sign-in before the forward', caught: false, app: (stack) => listener(stack, signIn(1), forward(2)) },
  { name: 'the order of the list does not count', caught: false, app: (stack) => rule(stack, forward(5), signIn(1)) },
  { name: 'a page', caught: false, app: (stack) => rule(stack, fixed({ ContentType: 'text/html', MessageBody: 'x'.repeat(1024) })) },
  {
    name: 'actions of the CDK',
    caught: false,
    app: (stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
      new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc }).addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404, { messageBody: 'none' }) });
    },
  },
  { name: 'a parameter is the message', caught: false, notChecked: true, app: (stack) => rule(stack, fixed({ MessageBody: parameter(stack) })) },
  { name: 'a parameter is the order', caught: false, notChecked: true, app: (stack) => rule(stack, signIn(parameter(stack)), forward(2)) },
];
