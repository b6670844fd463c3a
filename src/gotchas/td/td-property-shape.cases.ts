import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function container(stack: Stack, properties: Properties): void {
  fargateTask(stack, {}, properties);
}

/** A task whose only container is as it is written. */
function alone(stack: Stack, one: unknown): void {
  fargateTask(stack, { ContainerDefinitions: [one] });
}

/** A task to which a macro has something to add. */
function transformed(stack: Stack, properties: Properties): void {
  stack.templateOptions.transforms = ['ShopMacro'];
  resource(stack, 'Task', 'AWS::ECS::TaskDefinition', properties);
}

const VOLUME = { FilesystemId: 'fs-1' };

export const cases: readonly GotchaCase[] = [
  { name: 'the entry point is in another case', caught: true, consequence: 'risk', app: (stack) => container(stack, { Entrypoint: ['task'] }) },
  { name: 'a container is copied from the API', caught: true, app: (stack) => alone(stack, { name: 'app', image: 'app:1', essential: true, portMappings: [{ containerPort: 80 }] }) },
  { name: 'a Linux parameter is in small letters', caught: true, consequence: 'risk', app: (stack) => container(stack, { LinuxParameters: { initProcessEnabled: true } }) },
  { name: 'EFS is spelt as a word', caught: true, consequence: 'risk', app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data', EfsVolumeConfiguration: VOLUME }] }) },
  { name: 'a property is misspelt', caught: true, consequence: 'risk', app: (stack) => container(stack, { Enviroment: [{ Name: 'STAGE', Value: 'prod' }] }) },
  { name: 'the command is a text', caught: true, app: (stack) => container(stack, { Command: 'npm start' }) },
  { name: 'the environment is a map', caught: true, app: (stack) => container(stack, { Environment: { STAGE: 'prod' } }) },
  { name: 'ports are texts', caught: true, app: (stack) => container(stack, { PortMappings: ['80:80'] }) },
  { name: 'the memory is a list', caught: true, app: (stack) => void fargateTask(stack, { Memory: ['512'] }) },
  { name: 'there is no image', caught: true, app: (stack) => alone(stack, { Name: 'app' }) },
  { name: 'there are no containers', caught: true, app: (stack) => void fargateTask(stack, { ContainerDefinitions: [] }) },
  { name: 'a branch of a condition is misspelt', caught: true, consequence: 'risk', app: (stack) => container(stack, { HealthCheck: { 'Fn::If': ['IsProd', { command: ['CMD', 'true'] }, { Ref: 'AWS::NoValue' }] } }) },
  { name: 'a service is copied from the API', caught: true, consequence: 'risk', app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref, desiredCount: 2 }) },
  { name: 'the subnets of a service are a text', caught: true, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: 'subnet-1' } } }) },
  { name: 'all is in order', caught: false, app: (stack) => container(stack, { Command: ['npm', 'start'], Environment: [{ Name: 'STAGE', Value: { Ref: 'AWS::StackName' } }], DockerLabels: { team: 'shop' } }) },
  { name: 'a property is newer than this list', caught: false, app: (stack) => container(stack, { QuantumSettings: { Qubits: 2 } }) },
  { name: 'a parameter is the list', caught: false, app: (stack) => container(stack, { Command: parameter(stack) }) },
  { name: 'a macro adds the rest', caught: false, app: (stack) => transformed(stack, { containers: ['app'] }) },
];
