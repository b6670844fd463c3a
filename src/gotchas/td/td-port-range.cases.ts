import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function mapped(stack: Stack, ...PortMappings: readonly Readonly<Record<string, unknown>>[]): void {
  fargateTask(stack, {}, { PortMappings });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the range is one port', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '8000' }) },
  { name: 'the range falls', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '8010-8000' }) },
  { name: 'the range goes beyond the last port', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '65530-65540' }) },
  { name: 'a host port stands beside the range', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '8000-8010', HostPort: 8000 }) },
  { name: 'a port stands beside the range', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '8000-8010', ContainerPort: 8000 }) },
  {
    name: 'two ranges overlap',
    caught: true,
    app: (stack) => mapped(stack, { ContainerPortRange: '8005-8020' }, { ContainerPortRange: '8000-8010' }),
  },
  { name: 'a single port is in the range', caught: true, app: (stack) => mapped(stack, { ContainerPortRange: '8000-8010' }, { ContainerPort: 8005 }) },
  {
    name: 'the task has the network of the host',
    caught: true,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'host' }, { PortMappings: [{ ContainerPortRange: '8000-8010' }] }),
  },
  { name: 'a port is beyond the last one', caught: true, app: (stack) => mapped(stack, { ContainerPort: 70000 }) },
  {
    name: 'the range is wrong, and another port is not known',
    caught: true,
    app: (stack) => mapped(stack, { ContainerPort: parameter(stack) }, { ContainerPortRange: '9-1' }),
  },
  { name: 'a mapping has no port', caught: true, app: (stack) => mapped(stack, { ContainerPort: 80 }, { Protocol: 'tcp' }) },
  { name: 'a mapping is in another case', caught: false, notChecked: true, app: (stack) => mapped(stack, { containerPort: 80 }) },
  { name: 'two ranges follow each other', caught: false, app: (stack) => mapped(stack, { ContainerPortRange: '8000-8010' }, { ContainerPortRange: '8011-8020' }) },
  {
    name: 'the same range is for TCP and for UDP',
    caught: false,
    app: (stack) => mapped(stack, { ContainerPortRange: '8000-8010' }, { ContainerPortRange: '8000-8010', Protocol: 'udp' }),
  },
  { name: 'there are single ports', caught: false, app: (stack) => mapped(stack, { ContainerPort: 80, HostPort: 80 }, { ContainerPort: 65535 }) },
  { name: 'the host chooses the port', caught: false, app: (stack) => mapped(stack, { ContainerPort: 80, HostPort: 0 }) },
  { name: 'a parameter decides the range', caught: false, notChecked: true, app: (stack) => mapped(stack, { ContainerPortRange: parameter(stack) }) },
];
