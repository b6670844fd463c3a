import { AutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { InstanceType, LaunchTemplate, MachineImage, SubnetType, UserData, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import {
  AsgCapacityProvider, Cluster, ContainerImage, Ec2Service, Ec2TaskDefinition, EcsOptimizedImage, FargateService, FargateTaskDefinition,
  LogDrivers, NetworkMode, Secret,
} from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancedEc2Service, ApplicationLoadBalancedFargateService, NetworkLoadBalancedFargateService, QueueProcessingFargateService,
  ScheduledEc2Task, ScheduledFargateTask,
} from 'aws-cdk-lib/aws-ecs-patterns';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret as StoredSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { DnsRecordType } from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { errorsIn } from './errors-in';

process.env.CDK_VALIDATION = 'false';

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

function ec2Cluster(stack: Stack): Cluster {
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
  cluster.addCapacity('Capacity', { instanceType: new InstanceType('t3.large'), machineImage: EcsOptimizedImage.amazonLinux2023() });
  return cluster;
}

/** Services that the AWS CDK builds by default, and that ECS accepts. */
const LEGAL: Readonly<Record<string, (stack: Stack) => void>> = {
  'a web service of ecs-patterns': (stack) => void new ApplicationLoadBalancedFargateService(stack, 'Web', { taskImageOptions: { image } }),
  'a web service of ecs-patterns with public tasks': (stack) => {
    const vpc = new Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration: [{ name: 'public', subnetType: SubnetType.PUBLIC }] });
    new ApplicationLoadBalancedFargateService(stack, 'Web', { vpc, taskImageOptions: { image }, assignPublicIp: true });
  },
  'a network service of ecs-patterns': (stack) => void new NetworkLoadBalancedFargateService(stack, 'Web', { taskImageOptions: { image } }),
  'a queue worker of ecs-patterns': (stack) => void new QueueProcessingFargateService(stack, 'Worker', { image }),
  'a schedule of ecs-patterns on Fargate': (stack) => void new ScheduledFargateTask(stack, 'Job', {
    schedule: Schedule.expression('rate(1 day)'), scheduledFargateTaskImageOptions: { image },
  }),
  'a schedule of ecs-patterns on instances': (stack) => void new ScheduledEc2Task(stack, 'Job', {
    cluster: ec2Cluster(stack), schedule: Schedule.expression('rate(1 day)'), scheduledEc2TaskImageOptions: { image, memoryLimitMiB: 512 },
  }),
  'a web service of ecs-patterns on instances': (stack) => void new ApplicationLoadBalancedEc2Service(stack, 'Web', {
    cluster: ec2Cluster(stack), memoryLimitMiB: 512, taskImageOptions: { image },
  }),
  'a service on a capacity provider, found by its name': (stack) => {
    const vpc = new Vpc(stack, 'Vpc');
    const cluster = new Cluster(stack, 'Cluster', { vpc });
    cluster.addDefaultCloudMapNamespace({ name: 'shop.local' });
    const provider = new AsgCapacityProvider(stack, 'Provider', {
      autoScalingGroup: new AutoScalingGroup(stack, 'Group', {
        vpc,
        launchTemplate: new LaunchTemplate(stack, 'Launch', {
          instanceType: new InstanceType('t3.large'),
          machineImage: EcsOptimizedImage.amazonLinux2023(),
          userData: UserData.forLinux(),
          role: new Role(stack, 'InstanceRole', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') }),
        }),
      }),
    });
    cluster.addAsgCapacityProvider(provider);
    for (const networkMode of [NetworkMode.BRIDGE, NetworkMode.AWS_VPC]) {
      const taskDefinition = new Ec2TaskDefinition(stack, `Task-${networkMode}`, { networkMode });
      const container = taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, portMappings: [{ containerPort: 80 }] });
      new Ec2Service(stack, `Service-${networkMode}`, {
        cluster,
        taskDefinition,
        capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
        cloudMapOptions: networkMode === NetworkMode.BRIDGE
          ? { container, containerPort: 80, dnsRecordType: DnsRecordType.SRV }
          : { dnsRecordType: DnsRecordType.A },
      });
    }
  },
  'a service with an image of the app, secrets, logs, exec and sidecars': (stack) => {
    const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), enableFargateCapacityProviders: true });
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { ephemeralStorageGiB: 30, cpu: 512, memoryLimitMiB: 1024 });
    const app = taskDefinition.addContainer('app', {
      image: ContainerImage.fromEcrRepository(new Repository(stack, 'Repository'), 'v12'),
      secrets: { DB_PASSWORD: Secret.fromSecretsManager(new StoredSecret(stack, 'Secret')) },
      environment: { BUCKET: new Bucket(stack, 'Bucket').bucketName, API_URL: 'https://api.example.com', TOKEN_TTL: '3600' },
      logging: LogDrivers.awsLogs({ streamPrefix: 'app' }),
      healthCheck: { command: ['CMD-SHELL', 'true'] },
    });
    taskDefinition.addContainer('proxy', { image, memoryLimitMiB: 128, logging: LogDrivers.awsLogs({ streamPrefix: 'proxy' }) }).addContainerDependencies({ container: app });
    taskDefinition.taskRole.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('AmazonS3ReadOnlyAccess'));
    taskDefinition.addVolume({ name: 'scratch' });
    new FargateService(stack, 'Service', {
      cluster, taskDefinition, enableExecuteCommand: true, capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    });
  },
  'instances of an image that is looked up': (stack) => {
    const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
    cluster.addCapacity('Capacity', { instanceType: new InstanceType('t3.large'), machineImage: MachineImage.genericLinux({ 'eu-west-1': 'ami-0123456789abcdef0' }) });
  },
};

test.each(Object.entries(LEGAL))('%s has no error', (_, build) => {
  expect(errorsIn(build)).toEqual([]);
});
