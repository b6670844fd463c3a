import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule } from '../fixtures/task-launches';

type Item = Readonly<Record<string, unknown>>;

const WINDOWS = { Cpu: '1024', Memory: '2048', RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', CpuArchitecture: 'X86_64' } };
const SPOT = { CapacityProvider: 'FARGATE_SPOT', Weight: 1 };
const ON_DEMAND = { CapacityProvider: 'FARGATE', Base: 1, Weight: 1 };

function on(CapacityProviderStrategy: readonly Item[], task: Item = WINDOWS): GotchaCase['app'] {
  return (stack) => void service(stack, { LaunchType: undefined, CapacityProviderStrategy, TaskDefinition: fargateTask(stack, task).ref });
}

function byDefault(DefaultCapacityProviderStrategy: readonly Item[], settings: Item = {}): GotchaCase['app'] {
  return (stack) => {
    const { ref } = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy });
    service(stack, { Cluster: ref, LaunchType: undefined, TaskDefinition: fargateTask(stack, WINDOWS).ref, ...settings });
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'a service of Windows is on Spot', caught: true, app: on([SPOT]) },
  { name: 'Spot has a base alone', caught: true, app: on([{ CapacityProvider: 'FARGATE_SPOT', Base: 2, Weight: 0 }]) },
  { name: 'a service of Windows is partly on Spot', caught: true, consequence: 'misbehaves', app: on([ON_DEMAND, SPOT]) },
  {
    name: 'a rule starts Windows on Spot',
    caught: true,
    app: (stack) => void nightlyRule(stack, {}, { LaunchType: undefined, CapacityProviderStrategy: [SPOT] }, WINDOWS),
  },
  { name: 'the cluster has Spot as its default', caught: true, app: byDefault([SPOT]) },
  { name: 'the service does not use the default of the cluster', caught: false, app: byDefault([SPOT], { LaunchType: 'FARGATE' }) },
  { name: 'the default of the cluster is on demand', caught: false, app: byDefault([ON_DEMAND]) },
  { name: 'Spot has no weight', caught: false, app: on([ON_DEMAND, { CapacityProvider: 'FARGATE_SPOT', Weight: 0 }]) },
  { name: 'Windows is on Fargate', caught: false, app: on([ON_DEMAND]) },
  { name: 'Linux is on Spot', caught: false, app: on([ON_DEMAND, SPOT], {}) },
  { name: 'the service has a launch type', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, WINDOWS).ref }) },
  {
    name: 'a parameter is the operating system',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      LaunchType: undefined,
      CapacityProviderStrategy: [SPOT],
      TaskDefinition: fargateTask(stack, { RuntimePlatform: { OperatingSystemFamily: parameter(stack) } }).ref,
    }),
  },
];
