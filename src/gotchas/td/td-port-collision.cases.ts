import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Mapping = Readonly<Record<string, unknown>>;

function sharing(stack: Stack, networkMode: string, first: Mapping, second: Mapping): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    NetworkMode: networkMode,
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', PortMappings: [first] },
      { Name: 'proxy', Image: 'proxy:1', PortMappings: [second] },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'both listen on 8080 with awsvpc', caught: true, app: (stack) => sharing(stack, 'awsvpc', { ContainerPort: 8080 }, { ContainerPort: 8080 }) },
  {
    name: 'both listen on 8080 with host, one of them sets tcp',
    caught: true,
    app: (stack) => sharing(stack, 'host', { ContainerPort: 8080, Protocol: 'tcp' }, { ContainerPort: 8080 }),
  },
  {
    name: 'both take the same port of the host with bridge',
    caught: true,
    app: (stack) => sharing(stack, 'bridge', { ContainerPort: 80, HostPort: 8080 }, { ContainerPort: 81, HostPort: 8080 }),
  },
  { name: 'the ports differ', caught: false, app: (stack) => sharing(stack, 'awsvpc', { ContainerPort: 8080 }, { ContainerPort: 8081 }) },
  {
    name: 'the protocols differ',
    caught: false,
    app: (stack) => sharing(stack, 'awsvpc', { ContainerPort: 53 }, { ContainerPort: 53, Protocol: 'udp' }),
  },
  {
    name: 'one container takes a port for both protocols',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 53, Protocol: 'tcp' }, { ContainerPort: 53, Protocol: 'udp' }] }),
  },
  {
    name: 'each container has ports of its own with bridge',
    caught: false,
    app: (stack) => sharing(stack, 'bridge', { ContainerPort: 80, HostPort: 0 }, { ContainerPort: 80 }),
  },
  {
    name: 'a parameter decides a port',
    caught: false,
    notChecked: true,
    app: (stack) => sharing(stack, 'awsvpc', { ContainerPort: 8080 }, { ContainerPort: parameter(stack) }),
  },
];
