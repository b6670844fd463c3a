import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Mapping = Readonly<Record<string, unknown>>;

function behind(stack: Stack, container: unknown, port: unknown, ...mappings: readonly Mapping[]): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: mappings.length > 0 ? mappings : [{ ContainerPort: 8080 }] }).ref,
    LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: container, ContainerPort: port }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no container has the name', caught: true, app: (stack) => behind(stack, 'web', 8080) },
  { name: 'the container does not map the port', caught: true, app: (stack) => behind(stack, 'app', 80) },
  { name: 'the container maps other ports', caught: true, app: (stack) => behind(stack, 'app', 80, { ContainerPort: 8080 }, { ContainerPortRange: '9000-9010' }) },
  { name: 'the port is that of the host', caught: true, app: (stack) => behind(stack, 'app', 80, { ContainerPort: 8080, HostPort: 80 }) },
  { name: 'the port is outside of the range', caught: true, app: (stack) => behind(stack, 'app', 8011, { ContainerPortRange: '8000-8010' }) },
  {
    name: 'the port is mapped for TCP and for UDP',
    caught: true,
    consequence: 'risk',
    app: (stack) => behind(stack, 'app', 53, { ContainerPort: 53, Protocol: 'tcp' }, { ContainerPort: 53, Protocol: 'udp' }),
  },
  { name: 'another port is mapped for TCP and for UDP', caught: false, app: (stack) => behind(stack, 'app', 80, { ContainerPort: 80 }, { ContainerPort: 53 }, { ContainerPort: 53, Protocol: 'udp' }) },
  { name: 'the container maps the port', caught: false, app: (stack) => behind(stack, 'app', 8080) },
  { name: 'the port is in the range', caught: false, app: (stack) => behind(stack, 'app', 8010, { ContainerPortRange: '8000-8010' }) },
  { name: 'there is no load balancer', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => behind(stack, 'app', parameter(stack)) },
  {
    name: 'a parameter decides the mapped port',
    caught: false,
    notChecked: true,
    app: (stack) => behind(stack, 'app', 80, { ContainerPort: parameter(stack) }),
  },
  {
    name: 'the task definition comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      TaskDefinition: 'web:1', LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: 'app', ContainerPort: 80 }],
    }),
  },
];
