import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function express(stack: Stack, properties: Readonly<Record<string, unknown>>, ContainerPort: unknown = 80): void {
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { PrimaryContainer: { Image: 'public.ecr.aws/nginx/nginx:1.27', ContainerPort }, ...properties });
}

type Properties = Readonly<Record<string, unknown>>;

/** A service of a task definition of the user, valid except for the arguments. */
function ofDefinition(stack: Stack, properties: Properties = {}, container: Properties = {}, task: Properties = {}): void {
  const { ref } = fargateTask(stack, task, { Name: 'Main', PortMappings: [{ ContainerPort: 8080, Name: 'http' }], ...container });
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { TaskDefinitionArn: ref, ...properties });
}

function scaled(stack: Stack, AutoScalingTargetValue: number, AutoScalingMetric?: string): void {
  express(stack, { ScalingTarget: { AutoScalingMetric, AutoScalingTargetValue } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Fargate doesn\'t sell the pair', caught: true, app: (stack) => express(stack, { Cpu: '256', Memory: '4096' }) },
  { name: 'the port is none', caught: true, app: (stack) => express(stack, {}, 99999) },
  { name: 'the path has no slash', caught: true, app: (stack) => express(stack, { HealthCheckPath: 'health' }) },
  { name: 'the least is more than the most', caught: true, app: (stack) => express(stack, { ScalingTarget: { MinTaskCount: 5, MaxTaskCount: 1 } }) },
  { name: 'the utilization is more than all', caught: true, consequence: 'misbehaves', app: (stack) => scaled(stack, 150) },
  { name: 'the utilization is nothing', caught: true, app: (stack) => scaled(stack, 0, 'AVERAGE_MEMORY') },
  { name: 'the name has a space and a dot', caught: true, app: (stack) => express(stack, { ServiceName: 'my web.service' }) },
  { name: 'there is no container', caught: true, app: (stack) => express(stack, { PrimaryContainer: undefined }) },
  { name: 'a definition is beside a size', caught: true, app: (stack) => ofDefinition(stack, { Cpu: '256' }) },
  { name: 'a definition is beside a container', caught: true, app: (stack) => ofDefinition(stack, { PrimaryContainer: { Image: 'app:1' } }) },
  { name: 'no container is Main', caught: true, app: (stack) => ofDefinition(stack, {}, { Name: 'app' }) },
  { name: 'the port of Main has no name', caught: true, app: (stack) => ofDefinition(stack, {}, { PortMappings: [{ ContainerPort: 8080 }] }) },
  { name: 'Main has no port', caught: true, app: (stack) => ofDefinition(stack, {}, { PortMappings: [] }) },
  { name: 'the port of Main is of UDP', caught: true, app: (stack) => ofDefinition(stack, {}, { PortMappings: [{ ContainerPort: 53, Name: 'dns', Protocol: 'udp' }] }) },
  { name: 'the definition is not for Fargate', caught: true, app: (stack) => ofDefinition(stack, {}, {}, { RequiresCompatibilities: ['EC2'] }) },
  { name: 'the definition is in order', caught: false, app: (stack) => ofDefinition(stack) },
  { name: 'requests decide', caught: false, app: (stack) => scaled(stack, 1000, 'REQUEST_COUNT_PER_TARGET') },
  { name: 'the definition is outside', caught: false, notChecked: true, app: (stack) => void resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { TaskDefinitionArn: parameter(stack) }) },
  {
    name: 'all is in order',
    caught: false,
    app: (stack) => express(stack, { Cpu: '256', Memory: '512', HealthCheckPath: '/health', ScalingTarget: { MinTaskCount: 1, MaxTaskCount: 5 } }),
  },
  { name: 'all is left to the defaults', caught: false, app: (stack) => express(stack, {}) },
  { name: 'a parameter is the memory', caught: false, notChecked: true, app: (stack) => express(stack, { Cpu: '256', Memory: parameter(stack) }) },
];
