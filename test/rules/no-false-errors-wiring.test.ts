import { EcsApplication, EcsDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { EbsDeviceVolumeType, Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AlternateTarget, Cluster, ContainerImage, DeploymentControllerType, DeploymentStrategy, FargateService, FargateTaskDefinition, FileSystemType,
  ListenerRuleConfiguration, LogDrivers, ServiceManagedVolume,
} from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import {
  ApplicationListener, ApplicationListenerRule, ApplicationLoadBalancer, ApplicationProtocol, ApplicationTargetGroup, ListenerAction,
  ListenerCondition, TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnCondition, CfnParameter, CfnResource, Fn, NestedStack, Size, Stack } from 'aws-cdk-lib/core';
import { errorsIn } from './errors-in';
import { testStack } from './report-of';

process.env.CDK_VALIDATION = 'false';
process.env.JSII_DEPRECATED = 'quiet';

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

function cluster(stack: Stack): Cluster {
  return new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
}

function webTask(stack: Stack): FargateTaskDefinition {
  const created = new FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  created.addContainer('app', { image, logging: LogDrivers.awsLogs({ streamPrefix: 'app' }), portMappings: [{ containerPort: 80, name: 'http' }] });
  return created;
}

function listenerOf(stack: Stack, { vpc }: Cluster): ApplicationListener {
  return new ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true })
    .addListener('Http', { port: 80, defaultAction: ListenerAction.fixedResponse(404) });
}

function targets(stack: Stack, id: string, { vpc }: Cluster): ApplicationTargetGroup {
  return new ApplicationTargetGroup(stack, id, { vpc, port: 80, protocol: ApplicationProtocol.HTTP, targetType: TargetType.IP });
}

/** Surroundings of a service, and their origin. */
const LEGAL: Readonly<Record<string, (stack: Stack) => void>> = {
  'blue/green by ECS': (stack) => {
    const created = cluster(stack);
    const [blue, green] = [targets(stack, 'Blue', created), targets(stack, 'Green', created)];
    const rule = new ApplicationListenerRule(stack, 'Rule', {
      listener: listenerOf(stack, created),
      priority: 1,
      conditions: [ListenerCondition.pathPatterns(['/*'])],
      action: ListenerAction.weightedForward([{ targetGroup: blue, weight: 100 }, { targetGroup: green, weight: 0 }]),
    });
    const service = new FargateService(stack, 'Service', { cluster: created, taskDefinition: webTask(stack), deploymentStrategy: DeploymentStrategy.BLUE_GREEN });
    blue.addTarget(service.loadBalancerTarget({
      containerName: 'app',
      containerPort: 80,
      alternateTarget: new AlternateTarget('Alternate', { alternateTargetGroup: green, productionListener: ListenerRuleConfiguration.applicationListenerRule(rule) }),
    }));
  },
  'blue/green by CodeDeploy': (stack) => {
    const created = cluster(stack);
    const [blue, green] = [targets(stack, 'Blue', created), targets(stack, 'Green', created)];
    const balancer = new ApplicationLoadBalancer(stack, 'Balancer', { vpc: created.vpc, internetFacing: true });
    const listener = balancer.addListener('Http', { port: 80, defaultTargetGroups: [blue] });
    balancer.addListener('Test', { port: 8080, protocol: ApplicationProtocol.HTTP, defaultTargetGroups: [green] });
    const service = new FargateService(stack, 'Service', {
      cluster: created, taskDefinition: webTask(stack), deploymentController: { type: DeploymentControllerType.CODE_DEPLOY },
    });
    service.attachToApplicationTargetGroup(blue);
    new EcsDeploymentGroup(stack, 'Deployments', {
      application: new EcsApplication(stack, 'Application'), service, blueGreenDeploymentConfig: { blueTargetGroup: blue, greenTargetGroup: green, listener },
    });
  },
  'Service Connect between two services': (stack) => {
    const created = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), defaultCloudMapNamespace: { name: 'shop', useForServiceConnect: true } });
    const taskDefinition = webTask(stack);
    const server = new FargateService(stack, 'Server', { cluster: created, taskDefinition, serviceConnectConfiguration: { services: [{ portMappingName: 'http', dnsName: 'web', port: 80 }] } });
    const client = new FargateService(stack, 'Client', { cluster: created, taskDefinition, serviceConnectConfiguration: {} });
    server.connections.allowFrom(client, Port.tcp(80));
    // Not the whole client: its security group is in a rule of the server.
    client.node.findChild('Service').node.addDependency(server);
  },
  'a file system of EFS': (stack) => {
    const created = cluster(stack);
    const files = new FileSystem(stack, 'Files', { vpc: created.vpc });
    const accessPoint = files.addAccessPoint('Point', { path: '/data', createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' }, posixUser: { uid: '1000', gid: '1000' } });
    const taskDefinition = webTask(stack);
    taskDefinition.addVolume({
      name: 'data',
      efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' } },
    });
    taskDefinition.defaultContainer!.addMountPoints({ containerPath: '/data', sourceVolume: 'data', readOnly: false });
    const service = new FargateService(stack, 'Service', { cluster: created, taskDefinition });
    files.grantRootAccess(taskDefinition.taskRole);
    files.connections.allowDefaultPortFrom(service);
  },
  'an EBS volume for each task': (stack) => {
    const taskDefinition = webTask(stack);
    const volume = new ServiceManagedVolume(stack, 'Volume', {
      name: 'data', managedEBSVolume: { size: Size.gibibytes(20), volumeType: EbsDeviceVolumeType.GP3, fileSystemType: FileSystemType.XFS },
    });
    volume.mountIn(taskDefinition.defaultContainer!, { containerPath: '/data', readOnly: false });
    taskDefinition.addVolume(volume);
    new FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition }).addVolume(volume);
  },
  'everything imported': (stack) => {
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'], publicSubnetIds: ['subnet-1'], privateSubnetIds: ['subnet-2'] });
    const imported = Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc, securityGroups: [] });
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', {
      taskRole: Role.fromRoleName(stack, 'TaskRole', 'task'), executionRole: Role.fromRoleArn(stack, 'ExecutionRole', 'arn:aws:iam::111122223333:role/execution'),
    });
    taskDefinition.addContainer('app', {
      image, portMappings: [{ containerPort: 80 }], logging: LogDrivers.awsLogs({ streamPrefix: 'app', logGroup: LogGroup.fromLogGroupName(stack, 'Logs', '/shop/app') }),
    });
    const service = new FargateService(stack, 'Service', { cluster: imported, taskDefinition, securityGroups: [SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')] });
    service.attachToApplicationTargetGroup(ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Targets', {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef', loadBalancerArns: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef',
    }) as never);
  },
  'numbers, names and lists of parameters': (stack) => {
    const given = (id: string, type = 'String') => new CfnParameter(stack, id, { type });
    const number = (id: string) => given(id, 'Number').valueAsNumber;
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: number('Cpu'), memoryLimitMiB: number('Memory'), family: given('Family').valueAsString });
    taskDefinition.addContainer('app', {
      image: ContainerImage.fromRegistry(given('Image').valueAsString),
      containerName: given('Name').valueAsString,
      environment: { DB_PASSWORD: given('Password').valueAsString },
      memoryLimitMiB: number('Limit'),
      stopTimeout: undefined,
      portMappings: [{ containerPort: 8080 }],
      user: given('User').valueAsString,
    });
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: given('VpcId').valueAsString, availabilityZones: Fn.getAzs(), privateSubnetIds: given('Subnets', 'List<AWS::EC2::Subnet::Id>').valueAsList,
    });
    new FargateService(stack, 'Service', {
      cluster: Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: given('ClusterName').valueAsString, vpc }),
      taskDefinition,
      desiredCount: number('Count'),
      minHealthyPercent: number('Least'),
      maxHealthyPercent: number('Most'),
    }).autoScaleTaskCount({ minCapacity: number('Min'), maxCapacity: number('Max') });
  },
  'conditions around what it needs': (stack) => {
    const production = new CfnCondition(stack, 'Production', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'production') });
    const service = new FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: webTask(stack) });
    const cfn = service.node.defaultChild as CfnResource;
    cfn.addPropertyOverride('DesiredCount', Fn.conditionIf(production.logicalId, 3, 1));
    cfn.addPropertyOverride('LaunchType', Fn.conditionIf(production.logicalId, 'FARGATE', 'EC2'));
    cfn.addPropertyOverride('HealthCheckGracePeriodSeconds', Fn.conditionIf(production.logicalId, 60, Fn.ref('AWS::NoValue')));
  },
  'a service in a nested stack, of a cluster outside': (stack) => {
    const created = cluster(stack);
    const nested = new NestedStack(stack, 'Nested') as unknown as Stack;
    const service = new FargateService(nested, 'Service', { cluster: created, taskDefinition: webTask(nested) });
    listenerOf(stack, created).addTargets('Targets', { port: 80, targets: [service], priority: 1, conditions: [ListenerCondition.pathPatterns(['/'])] });
  },
  'a service of one stack on the load balancer of another': (stack) => {
    const created = cluster(stack);
    const listener = listenerOf(stack, created);
    const other = testStack(stack.node.root as never, 'Other');
    const service = new FargateService(other, 'Service', { cluster: created, taskDefinition: webTask(other) });
    const group = targets(other, 'Targets', created);
    service.attachToApplicationTargetGroup(group);
    new ApplicationListenerRule(other, 'Rule', { listener, priority: 1, conditions: [ListenerCondition.pathPatterns(['/'])], targetGroups: [group] });
    service.connections.allowFrom(listener, Port.tcp(80));
  },
};

test.each(Object.entries(LEGAL))('%s has no error', (_, build) => {
  expect(errorsIn(build)).toEqual([]);
});
