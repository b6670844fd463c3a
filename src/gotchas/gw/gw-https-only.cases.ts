import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function gateway(stack: Stack, HostSharedAlb: Readonly<Record<string, unknown>>): void {
  resource(stack, 'Gateway', 'AWS::ECS::Gateway', {
    GatewayName: 'shop', InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/gateway', Configuration: { HostSharedAlb },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the listener is HTTP', caught: true, app: (stack) => gateway(stack, { Protocol: 'HTTP', Port: 80 }) },
  { name: 'only the port is another', caught: true, app: (stack) => gateway(stack, { Port: 8443 }) },
  { name: 'only the protocol is another', caught: true, app: (stack) => gateway(stack, { Protocol: 'HTTP' }) },
  { name: 'both are left out', caught: false, app: (stack) => gateway(stack, { Scheme: 'internal' }) },
  { name: 'it is HTTPS on port 443', caught: false, app: (stack) => gateway(stack, { Protocol: 'HTTPS', Port: 443 }) },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => gateway(stack, { Protocol: parameter(stack) }) },
];
