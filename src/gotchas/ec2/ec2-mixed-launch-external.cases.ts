import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function external(stack: Stack, properties: Properties = {}, task: Properties = {}): void {
  const definition = fargateTask(stack, { RequiresCompatibilities: ['EXTERNAL'], NetworkMode: 'bridge', ...task });
  service(stack, { LaunchType: 'EXTERNAL', TaskDefinition: definition.ref, ...properties });
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'it is behind a load balancer',
    caught: true,
    app: (stack) => external(stack, { LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack).ref }] }),
  },
  {
    name: 'it registers in Cloud Map',
    caught: true,
    app: (stack) => external(stack, { ServiceRegistries: [{ RegistryArn: 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1' }] }),
  },
  { name: 'its tasks have addresses of their own', caught: true, app: (stack) => external(stack, {}, { NetworkMode: 'awsvpc' }) },
  { name: 'it is rebalanced', caught: true, app: (stack) => external(stack, { AvailabilityZoneRebalancing: 'ENABLED' }) },
  {
    name: 'it mounts EFS',
    caught: true,
    consequence: 'risk',
    app: (stack) => external(stack, {}, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }] }),
  },
  { name: 'it has nothing of it', caught: false, app: (stack) => external(stack) },
  { name: 'it runs on instances of AWS', caught: false, app: (stack) => external(stack, { LaunchType: 'EC2' }, { NetworkMode: 'awsvpc' }) },
  { name: 'a parameter decides on the network mode', caught: false, notChecked: true, app: (stack) => external(stack, {}, { NetworkMode: parameter(stack) }) },
];
