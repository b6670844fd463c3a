import { AutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { InstanceType, LaunchTemplate, SecurityGroup, UserData, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AsgCapacityProvider, Cluster, ContainerDependencyCondition, ContainerImage, Ec2Service, Ec2TaskDefinition, EcsOptimizedImage, FargateService,
  FargateTaskDefinition, LogDrivers, NetworkMode, Secret,
} from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancer, ListenerAction, ListenerCondition } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret as StoredSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { DnsRecordType } from 'aws-cdk-lib/aws-servicediscovery';
import { App, Duration, Stack } from 'aws-cdk-lib/core';

/** A template, as far as its mutations read it. */
export interface TemplateJson {
  Resources: Record<string, { Type: string; Properties: any; [attribute: string]: any }>;
  [section: string]: any;
}

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** A web service on Fargate and a worker on instances, with something of most that the readers know. */
export function validTemplate(): TemplateJson {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': false } });
  const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc', { maxAzs: 2 }) });
  cluster.addDefaultCloudMapNamespace({ name: 'shop.internal' });
  web(stack, cluster);
  worker(stack, cluster);
  return app.synth().getStackByName('Shop').template as TemplateJson;
}

function web(stack: Stack, cluster: Cluster): void {
  const taskDefinition = new FargateTaskDefinition(stack, 'WebTask', { cpu: 512, memoryLimitMiB: 1024, family: 'web' });
  const logging = LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_MONTH }) });
  const app = taskDefinition.addContainer('app', {
    image,
    logging,
    memoryLimitMiB: 512,
    stopTimeout: Duration.seconds(60),
    environment: { STAGE: 'production' },
    secrets: { PASSWORD: Secret.fromSecretsManager(new StoredSecret(stack, 'Secret')) },
    portMappings: [{ containerPort: 80 }],
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/'], interval: Duration.seconds(30), timeout: Duration.seconds(5) },
  });
  const proxy = taskDefinition.addContainer('proxy', { image, logging, memoryLimitMiB: 128, essential: false });
  proxy.addContainerDependencies({ container: app, condition: ContainerDependencyCondition.HEALTHY });
  taskDefinition.addVolume({ name: 'scratch' });
  app.addMountPoints({ containerPath: '/scratch', sourceVolume: 'scratch', readOnly: false });
  const service = new FargateService(stack, 'Web', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    healthCheckGracePeriod: Duration.seconds(60),
    securityGroups: [new SecurityGroup(stack, 'WebGroup', { vpc: cluster.vpc })],
    cloudMapOptions: { name: 'web', dnsRecordType: DnsRecordType.A },
  });
  const listener = new ApplicationLoadBalancer(stack, 'Balancer', { vpc: cluster.vpc, internetFacing: true })
    .addListener('Http', { port: 80, open: true, defaultAction: ListenerAction.fixedResponse(404) });
  listener.addTargets('WebTargets', { port: 80, targets: [service], priority: 1, conditions: [ListenerCondition.pathPatterns(['/web/*'])] });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
}

function worker(stack: Stack, cluster: Cluster): void {
  const role = new Role(stack, 'InstanceRole', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });
  role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonEC2ContainerServiceforEC2Role'));
  const provider = new AsgCapacityProvider(stack, 'Provider', {
    autoScalingGroup: new AutoScalingGroup(stack, 'Instances', {
      vpc: cluster.vpc,
      maxCapacity: 4,
      launchTemplate: new LaunchTemplate(stack, 'Launch', {
        instanceType: new InstanceType('t3.large'),
        machineImage: EcsOptimizedImage.amazonLinux2023(),
        userData: UserData.forLinux(),
        role,
        securityGroup: new SecurityGroup(stack, 'InstanceGroup', { vpc: cluster.vpc }),
      }),
    }),
  });
  cluster.addAsgCapacityProvider(provider);
  const taskDefinition = new Ec2TaskDefinition(stack, 'WorkerTask', { networkMode: NetworkMode.BRIDGE, family: 'worker' });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512, logging: LogDrivers.awsLogs({ streamPrefix: 'worker' }), portMappings: [{ containerPort: 8080 }] });
  const service = new Ec2Service(stack, 'Worker', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
  });
  // The association of the cluster with its capacity providers is in the scope of the cluster.
  service.node.addDependency(cluster);
}
