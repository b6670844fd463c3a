import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function listener(stack: Stack, arn: unknown): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1',
    Port: 443,
    Protocol: 'HTTPS',
    Certificates: [{ CertificateArn: arn }],
    DefaultActions: [],
  });
}

function certificate(region: string): string {
  return `arn:aws:acm:${region}:111122223333:certificate/12345678-1234-1234-1234-123456789012`;
}

export const cases: readonly GotchaCase[] = [
  { name: 'a certificate for CloudFront', caught: true, app: (stack) => listener(stack, certificate('us-east-1')) },
  { name: 'an ARN whose account the deployment knows', caught: true, app: (stack) => listener(stack, { 'Fn::Sub': 'arn:aws:acm:us-east-1:${AWS::AccountId}:certificate/1' }) },
  { name: 'a certificate of the region', caught: false, app: (stack) => listener(stack, certificate('eu-west-1')) },
  { name: 'a parameter is the certificate', caught: false, notChecked: true, app: (stack) => listener(stack, parameter(stack)) },
];
