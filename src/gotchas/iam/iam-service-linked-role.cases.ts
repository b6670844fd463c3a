import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup';
const loadBalancer = (name: string) => ({ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: `${GROUP}/${name}/1` });

function withRole(stack: Stack, networkMode: unknown, properties: Readonly<Record<string, unknown>> = {}): void {
  const task = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode });
  service(stack, { LaunchType: 'EC2', TaskDefinition: task.ref, Role: 'arn:aws:iam::111122223333:role/ecsServiceRole', ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'tasks have addresses of their own', caught: true, app: (stack) => withRole(stack, 'awsvpc') },
  {
    name: 'tasks are found by Cloud Map',
    caught: true,
    app: (stack) => withRole(stack, 'bridge', { ServiceRegistries: [{ RegistryArn: 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1' }] }),
  },
  { name: 'there are two target groups', caught: true, app: (stack) => withRole(stack, 'bridge', { LoadBalancers: [loadBalancer('a'), loadBalancer('b')] }) },
  { name: 'others deploy it', caught: true, app: (stack) => withRole(stack, 'bridge', { DeploymentController: { Type: 'EXTERNAL' } }) },
  { name: 'tasks share the network of their instance', caught: false, app: (stack) => withRole(stack, 'bridge', { LoadBalancers: [loadBalancer('a')] }) },
  { name: 'there is no role', caught: false, app: (stack) => withRole(stack, 'awsvpc', { Role: undefined }) },
  { name: 'a parameter decides on the network mode', caught: false, notChecked: true, app: (stack) => withRole(stack, parameter(stack)) },
];
