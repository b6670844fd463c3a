import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, LinuxParameters, Capability } from 'aws-cdk-lib/aws-ecs';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'a container is privileged', caught: true, app: (stack) => void fargateTask(stack, {}, { Privileged: true }) },
  { name: 'a container has DNS servers of its own', caught: true, app: (stack) => void fargateTask(stack, {}, { DnsServers: ['10.0.0.2'] }) },
  { name: 'a container has a name for its host', caught: true, app: (stack) => void fargateTask(stack, {}, { Hostname: 'app' }) },
  { name: 'a container has bigger shared memory', caught: true, app: (stack) => void fargateTask(stack, {}, { LinuxParameters: { SharedMemorySize: 256 } }) },
  { name: 'a container may swap', caught: true, app: (stack) => void fargateTask(stack, {}, { LinuxParameters: { MaxSwap: 0 } }) },
  { name: 'the task shares the memory of the host', caught: true, app: (stack) => void fargateTask(stack, { IpcMode: 'host' }) },
  { name: 'the task has an accelerator', caught: true, app: (stack) => void fargateTask(stack, { InferenceAccelerators: [{ DeviceName: 'a', DeviceType: 'eia2.medium' }] }) },
  { name: 'the task sees the processes of the host', caught: true, app: (stack) => void fargateTask(stack, { PidMode: 'host' }) },
  {
    name: 'the task has placement constraints',
    caught: true,
    app: (stack) => void fargateTask(stack, { PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:ecs.os-type == linux' }] }),
  },
  {
    name: 'the CDK adds a capability',
    caught: true,
    app: (stack) => {
      const linuxParameters = new LinuxParameters(stack, 'Linux');
      linuxParameters.addCapabilities(Capability.NET_ADMIN);
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('app:1'), linuxParameters });
      new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster'), taskDefinition });
    },
  },
  {
    name: 'only the service is on Fargate',
    caught: true,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { RequiresCompatibilities: undefined }, { Privileged: true }).ref }),
  },
  {
    name: 'the number of processes is limited',
    caught: true,
    consequence: 'risk',
    app: (stack) => void fargateTask(stack, {}, { Ulimits: [{ Name: 'nproc', SoftLimit: 100, HardLimit: 100 }] }),
  },
  {
    name: 'one setting is refused, another not known',
    caught: true,
    app: (stack) => void fargateTask(stack, {}, { Hostname: parameter(stack), DisableNetworking: true }),
  },
  {
    name: 'it has every setting that Fargate supports',
    caught: false,
    app: (stack) => void fargateTask(stack, { PidMode: 'task' }, {
      Privileged: false,
      DnsServers: [],
      Ulimits: [{ Name: 'nofile', SoftLimit: 100000, HardLimit: 100000 }],
      SystemControls: [{ Namespace: 'net.core.somaxconn', Value: '1024' }],
      LinuxParameters: {
        InitProcessEnabled: true, Capabilities: { Add: ['SYS_PTRACE'], Drop: ['ALL'] }, Tmpfs: [{ ContainerPath: '/tmp', Size: 64 }],
      },
    }),
  },
  {
    name: 'the task is for EC2',
    caught: false,
    app: (stack) => void fargateTask(stack, { RequiresCompatibilities: ['EC2'], IpcMode: 'host' }, { Privileged: true, Hostname: 'app' }),
  },
  {
    name: 'a parameter decides it',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, {}, { Privileged: parameter(stack) }),
  },
];
