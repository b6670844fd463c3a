import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function registered(stack: Stack, portName: unknown, ...portNames: readonly unknown[]): void {
  const task = fargateTask(stack, {}, { PortMappings: portNames.map((Name, index) => ({ ContainerPort: 8080 + index, Name })) });
  service(stack, {
    TaskDefinition: task.ref,
    GatewayConnectors: [{ PortName: portName }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the port has no name', caught: true, app: (stack) => registered(stack, 'http', undefined) },
  { name: 'the port has another name', caught: true, app: (stack) => registered(stack, 'http', 'web') },
  { name: 'there is no port', caught: true, app: (stack) => registered(stack, 'http') },
  { name: 'two ports have the name', caught: true, app: (stack) => registered(stack, 'http', 'http', 'http') },
  { name: 'the port has the name', caught: false, app: (stack) => registered(stack, 'http', 'metrics', 'http') },
  { name: 'there is no connector', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => registered(stack, parameter(stack), 'http') },
  {
    name: 'the task definition is not in the app',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { TaskDefinition: 'shop:7', GatewayConnectors: [{ PortName: 'http' }] }),
  },
];
