import { InstanceClass, InstanceSize, InstanceType, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  Cluster, Compatibility, ContainerImage, CpuArchitecture, Ec2Service, Ec2TaskDefinition, EcsOptimizedImage, ExternalService, ExternalTaskDefinition,
  AmiHardwareType, FargateService, FargateTaskDefinition, FireLensLogDriver, FirelensLogRouterType, LogDrivers,
  MachineImageType, ManagedInstancesCapacityProvider, NetworkMode,
  OperatingSystemFamily, TaskDefinition, WindowsOptimizedVersion,
} from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { errorsIn } from './errors-in';

process.env.CDK_VALIDATION = 'false';
process.env.JSII_DEPRECATED = 'quiet';

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');
const logging = LogDrivers.awsLogs({ streamPrefix: 'app' });

function cluster(stack: Stack): Cluster {
  return new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
}

function onInstances(stack: Stack): Cluster {
  const created = cluster(stack);
  created.addCapacity('Capacity', { instanceType: new InstanceType('m5.xlarge'), machineImage: EcsOptimizedImage.amazonLinux2023(), maxCapacity: 3 });
  return created;
}

/** Launch options of tasks. */
const LEGAL: Readonly<Record<string, (stack: Stack) => void>> = {
  'ARM on Fargate': (stack) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', {
      cpu: 1024,
      memoryLimitMiB: 2048,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64, operatingSystemFamily: OperatingSystemFamily.LINUX },
    });
    taskDefinition.addContainer('app', { image, logging });
    new FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition });
  },
  'Windows on Fargate': (stack) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', {
      cpu: 1024,
      memoryLimitMiB: 2048,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.X86_64, operatingSystemFamily: OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
    });
    taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'), logging });
    new FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition });
  },
  'Windows on instances': (stack) => {
    const created = cluster(stack);
    created.addCapacity('Capacity', {
      instanceType: new InstanceType('m5.xlarge'), machineImage: EcsOptimizedImage.windows(WindowsOptimizedVersion.SERVER_2019), machineImageType: MachineImageType.AMAZON_LINUX_2,
    });
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis'), memoryLimitMiB: 2048, cpu: 512 });
    new Ec2Service(stack, 'Service', { cluster: created, taskDefinition });
  },
  'ARM and GPU instances': (stack) => {
    const created = cluster(stack);
    created.addCapacity('Arm', { instanceType: InstanceType.of(InstanceClass.M7G, InstanceSize.LARGE), machineImage: EcsOptimizedImage.amazonLinux2023(AmiHardwareType.ARM) });
    created.addCapacity('Gpu', { instanceType: new InstanceType('g4dn.xlarge'), machineImage: EcsOptimizedImage.amazonLinux2(AmiHardwareType.GPU) });
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image, memoryLimitMiB: 1024, gpuCount: 1 });
    new Ec2Service(stack, 'Service', { cluster: created, taskDefinition });
  },
  'ECS Anywhere': (stack) => {
    const taskDefinition = new ExternalTaskDefinition(stack, 'Task', { networkMode: NetworkMode.BRIDGE });
    taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, logging, portMappings: [{ containerPort: 80, hostPort: 8080 }] });
    new ExternalService(stack, 'Service', { cluster: cluster(stack), taskDefinition, desiredCount: 2 });
  },
  'Managed Instances': (stack) => {
    const created = cluster(stack);
    const provider = new ManagedInstancesCapacityProvider(stack, 'Instances', {
      subnets: created.vpc.privateSubnets,
      securityGroups: [new SecurityGroup(stack, 'Group', { vpc: created.vpc })],
    });
    created.addManagedInstancesCapacityProvider(provider);
    const taskDefinition = new TaskDefinition(stack, 'Task', { compatibility: Compatibility.MANAGED_INSTANCES, cpu: '512', memoryMiB: '1024', networkMode: NetworkMode.AWS_VPC });
    taskDefinition.addContainer('app', { image, logging, portMappings: [{ containerPort: 80 }] });
    new FargateService(stack, 'Service', { cluster: created, taskDefinition, capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }] });
  },
  'a daemon': (stack) => {
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task', { networkMode: NetworkMode.HOST });
    taskDefinition.addContainer('agent', { image, memoryReservationMiB: 64, logging });
    new Ec2Service(stack, 'Service', { cluster: onInstances(stack), taskDefinition, daemon: true, minHealthyPercent: 0, maxHealthyPercent: 100 });
  },
  'host mode with a fixed port': (stack) => {
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task', { networkMode: NetworkMode.HOST });
    taskDefinition.addContainer('app', { image, memoryLimitMiB: 256, portMappings: [{ containerPort: 8125, hostPort: 8125 }] });
    new Ec2Service(stack, 'Service', { cluster: onInstances(stack), taskDefinition, desiredCount: 1 });
  },
  'a task without a network': (stack) => {
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task', { networkMode: NetworkMode.NONE });
    taskDefinition.addContainer('app', { image, memoryLimitMiB: 256 });
    new Ec2Service(stack, 'Service', { cluster: onInstances(stack), taskDefinition });
  },
  'addresses of their own for tasks on instances': (stack) => {
    const taskDefinition = new Ec2TaskDefinition(stack, 'Task', { networkMode: NetworkMode.AWS_VPC });
    taskDefinition.addContainer('app', { image, memoryLimitMiB: 256, portMappings: [{ containerPort: 80 }] });
    const created = onInstances(stack);
    new Ec2Service(stack, 'Service', { cluster: created, taskDefinition, securityGroups: [new SecurityGroup(stack, 'Group', { vpc: created.vpc })] });
  },
  'a task definition for both': (stack) => {
    const taskDefinition = new TaskDefinition(stack, 'Task', { compatibility: Compatibility.EC2_AND_FARGATE, cpu: '512', memoryMiB: '1024', networkMode: NetworkMode.AWS_VPC });
    taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 80 }] });
    const created = onInstances(stack);
    new FargateService(stack, 'Fargate', { cluster: created, taskDefinition });
    new Ec2Service(stack, 'Instances', { cluster: created, taskDefinition });
  },
  'logs through FireLens': (stack) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
    taskDefinition.addFirelensLogRouter('router', {
      image: ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.4'),
      essential: true,
      firelensConfig: { type: FirelensLogRouterType.FLUENTBIT },
      logging,
    });
    taskDefinition.addContainer('app', { image, logging: new FireLensLogDriver({ options: { Name: 'cloudwatch', region: 'eu-west-1', log_group_name: 'app', log_stream_prefix: 'app-', auto_create_group: 'true' } }) });
    new FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition });
  },
};

test.each(Object.entries(LEGAL))('%s has no error', (_, build) => {
  expect(errorsIn(build)).toEqual([]);
});
