import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function listener(stack: Stack, MutualAuthentication: unknown, Protocol: unknown = 'HTTPS'): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:balancer',
    Protocol,
    Port: 443,
    Certificates: [{ CertificateArn: 'arn:certificate' }],
    DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:group' }],
    MutualAuthentication,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'certificates are verified by nothing', caught: true, app: (stack) => listener(stack, { Mode: 'verify' }) },
  { name: 'certificates in plain HTTP', caught: true, app: (stack) => listener(stack, { Mode: 'passthrough' }, 'HTTP') },
  { name: 'certificates at a Network Load Balancer', caught: true, app: (stack) => listener(stack, { Mode: 'verify', TrustStoreArn: 'arn:clients' }, 'TLS') },
  { name: 'certificates are verified by a trust store', caught: false, app: (stack) => listener(stack, { Mode: 'verify', TrustStoreArn: parameter(stack) }) },
  { name: 'the application verifies certificates', caught: false, app: (stack) => listener(stack, { Mode: 'passthrough' }) },
  { name: 'it is switched off', caught: false, app: (stack) => listener(stack, { Mode: 'off' }, 'HTTP') },
  { name: 'it is left out', caught: false, app: (stack) => listener(stack, undefined, 'HTTP') },
  { name: 'a parameter decides the mode', caught: false, notChecked: true, app: (stack) => listener(stack, { Mode: parameter(stack) }) },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => listener(stack, { Mode: 'passthrough' }, parameter(stack)) },
];
