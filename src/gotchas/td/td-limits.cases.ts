import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function containers(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({ Name: `container-${index}`, Image: 'app:1' }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are eleven containers', caught: true, app: (stack) => void fargateTask(stack, { ContainerDefinitions: containers(11) }) },
  { name: 'the name of a container has a dot', caught: true, app: (stack) => void fargateTask(stack, {}, { Name: 'shop.app' }) },
  { name: 'the name of a container is too long', caught: true, app: (stack) => void fargateTask(stack, {}, { Name: 'a'.repeat(256) }) },
  { name: 'the family has a space', caught: true, app: (stack) => void fargateTask(stack, { Family: 'my shop' }) },
  {
    name: 'the name of a port has a capital letter',
    caught: true,
    app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Name: 'Http' }] }),
  },
  { name: 'the protocol of a port is HTTPS', caught: true, app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 443, Name: 'https', AppProtocol: 'https' }] }) },
  { name: 'the protocol of a port is HTTP/2', caught: false, app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 443, Name: 'https', AppProtocol: 'http2' }] }) },
  { name: 'a variable has a blank name', caught: true, app: (stack) => void fargateTask(stack, {}, { Environment: [{ Name: 'STAGE', Value: 'prod' }, { Name: ' ', Value: 'x' }] }) },
  { name: 'there are ten containers', caught: false, app: (stack) => void fargateTask(stack, { ContainerDefinitions: containers(10) }) },
  { name: 'the names are as long as they may be', caught: false, app: (stack) => void fargateTask(stack, { Family: 'A_b-1' }, { Name: 'a'.repeat(255) }) },
  {
    name: 'the port has a name',
    caught: false,
    app: (stack) => void fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80, Name: 'http_v1-web' }, { ContainerPort: 81 }] }),
  },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, {}, { Name: parameter(stack) }) },
];
