import { ACCOUNT, ARNS, minutesAgo, NOW, REGION } from './arns';
import type { Account, LiveCluster, LiveNetwork, LiveScaling, LiveService, LiveTargetGroup } from '../../../../src/cli/collect/account';
import type { Service, Task, TaskDefinition } from '../../../../src/cli/collect/shapes';

/* A web service on Fargate with nothing to complain of, as AWS answers for it. */

const IMAGE = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/web@sha256:4a1c4b21597c1b4415bdbecb28a3296c6b5e23ca4f9feeb599860a1dac6a0108`;

const TASK_ID = '11111111111111111111111111111111';

export const taskDefinition: TaskDefinition = {
  taskDefinitionArn: ARNS.task,
  family: 'web',
  revision: 7,
  status: 'ACTIVE',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  compatibilities: ['EC2', 'FARGATE'],
  cpu: '256',
  memory: '512',
  taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/web-task`,
  executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/web-execution`,
  volumes: [],
  placementConstraints: [],
  containerDefinitions: [{
    name: 'app',
    image: IMAGE,
    cpu: 0,
    essential: true,
    user: '1000',
    portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
    environment: [{ name: 'LOG_LEVEL', value: 'info' }],
    mountPoints: [],
    volumesFrom: [],
    linuxParameters: { initProcessEnabled: true },
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/'], interval: 30, timeout: 5, retries: 3, startPeriod: 60 },
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/shop/web', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'web', 'mode': 'non-blocking', 'max-buffer-size': '25m' },
    },
  }],
};

export const service: Service = {
  serviceArn: ARNS.service,
  serviceName: 'web',
  clusterArn: ARNS.cluster,
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  platformFamily: 'Linux',
  taskDefinition: ARNS.task,
  roleArn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
  schedulingStrategy: 'REPLICA',
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true }, maximumPercent: 200, minimumHealthyPercent: 100, strategy: 'ROLLING', bakeTimeInMinutes: 0,
  },
  deployments: [{
    id: 'ecs-svc/0000000000000000007',
    status: 'PRIMARY',
    taskDefinition: ARNS.task,
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    failedTasks: 0,
    rolloutState: 'COMPLETED',
    createdAt: minutesAgo(600),
    updatedAt: minutesAgo(590),
  }],
  events: [
    { id: 'e1', createdAt: minutesAgo(590), message: '(service web) has reached a steady state.' },
    { id: 'e0', createdAt: minutesAgo(592), message: `(service web) has started 2 tasks: (task ${TASK_ID}) (task ${TASK_ID}2).` },
  ],
  loadBalancers: [{ targetGroupArn: ARNS.targetGroup, containerName: 'app', containerPort: 8080 }],
  healthCheckGracePeriodSeconds: 60,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-web'], assignPublicIp: 'DISABLED' } },
  propagateTags: 'SERVICE',
  enableECSManagedTags: true,
  enableExecuteCommand: false,
  availabilityZoneRebalancing: 'ENABLED',
  tags: [{ key: 'team', value: 'shop' }],
};

export const runningTask: Task = {
  taskArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:task/shop/${TASK_ID}`,
  taskDefinitionArn: ARNS.task,
  group: 'service:web',
  startedBy: 'ecs-svc/0000000000000000007',
  lastStatus: 'RUNNING',
  healthStatus: 'HEALTHY',
  launchType: 'FARGATE',
  enableExecuteCommand: false,
  startedAt: minutesAgo(591),
  containers: [{ name: 'app', image: IMAGE, imageDigest: 'sha256:4a1c4b21', lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }],
};

export const targetGroup: LiveTargetGroup = {
  targetGroup: {
    TargetGroupArn: ARNS.targetGroup,
    TargetGroupName: 'web',
    TargetType: 'ip',
    Protocol: 'HTTP',
    Port: 80,
    VpcId: 'vpc-1',
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 30,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
    Matcher: { HttpCode: '200' },
    LoadBalancerArns: [ARNS.loadBalancer],
  },
  attributes: { 'deregistration_delay.timeout_seconds': '30' },
  health: ['10.0.0.11', '10.0.1.12'].map((Id) => ({ Target: { Id, Port: 8080 }, TargetHealth: { State: 'healthy' } })),
  loadBalancers: [{
    LoadBalancerArn: ARNS.loadBalancer,
    LoadBalancerName: 'shop',
    Type: 'application',
    Scheme: 'internet-facing',
    VpcId: 'vpc-1',
    SecurityGroups: ['sg-lb'],
    AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-pa' }, { ZoneName: 'eu-west-1b', SubnetId: 'subnet-pb' }],
  }],
  listeners: [{
    ListenerArn: ARNS.listener,
    LoadBalancerArn: ARNS.loadBalancer,
    Port: 443,
    Protocol: 'HTTPS',
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    Certificates: [{ CertificateArn: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1` }],
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ARNS.targetGroup }],
    Rules: [{ RuleArn: `${ARNS.listener}/default`, IsDefault: true, Priority: 'default', Actions: [{ Type: 'forward', TargetGroupArn: ARNS.targetGroup }] }],
  }],
};

export const scaling: LiveScaling = {
  target: {
    ServiceNamespace: 'ecs',
    ResourceId: 'service/shop/web',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 2,
    MaxCapacity: 10,
    RoleARN: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
    CreationTime: minutesAgo(9000),
    SuspendedState: { DynamicScalingInSuspended: false, DynamicScalingOutSuspended: false, ScheduledScalingSuspended: false },
  },
  policies: [{
    PolicyARN: ARNS.scalingPolicy,
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    ServiceNamespace: 'ecs',
    ResourceId: 'service/shop/web',
    ScalableDimension: 'ecs:service:DesiredCount',
    CreationTime: minutesAgo(9000),
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' }, ScaleOutCooldown: 60, ScaleInCooldown: 300,
    },
    Alarms: [{ AlarmName: 'TargetTracking-service/shop/web-AlarmHigh-1', AlarmARN: ARNS.alarm }],
  }],
  schedules: [],
  activities: [],
  alarms: [{ AlarmName: 'TargetTracking-service/shop/web-AlarmHigh-1', AlarmArn: ARNS.alarm, StateValue: 'OK' }],
};

export const network: LiveNetwork = {
  subnets: [
    { SubnetId: 'subnet-a', VpcId: 'vpc-1', AvailabilityZone: 'eu-west-1a', CidrBlock: '10.0.0.0/24', AvailableIpAddressCount: 200 },
    { SubnetId: 'subnet-b', VpcId: 'vpc-1', AvailabilityZone: 'eu-west-1b', CidrBlock: '10.0.1.0/24', AvailableIpAddressCount: 200 },
  ],
  routeTables: [{
    RouteTableId: 'rtb-1',
    VpcId: 'vpc-1',
    Associations: [{ Main: true }],
    Routes: [
      { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
      { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' },
    ],
  }],
  endpoints: [],
  securityGroups: [{
    GroupId: 'sg-web', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [{ GroupId: 'sg-lb' }] }],
  }],
};

export const web: LiveService = {
  service,
  taskDefinition,
  deployments: [{ serviceDeploymentArn: 'arn:d/7', status: 'SUCCESSFUL', createdAt: minutesAgo(600) }],
  revisions: [{ serviceRevisionArn: 'arn:r/7', taskDefinition: ARNS.task, containerImages: [] }],
  runningTasks: [runningTask, { ...runningTask, taskArn: `${runningTask.taskArn}2` }],
  targetGroups: [targetGroup],
  scaling,
  deploymentAlarms: [],
  logGroups: new Map([['/shop/web', { logGroupName: '/shop/web', retentionInDays: 30 }]]),
  namespaces: new Map(),
  network,
  images: new Map([[IMAGE, { imageDigest: 'sha256:4a1c4b21', imagePushedAt: minutesAgo(9000), platforms: ['linux/amd64', 'linux/arm64/v8'] }]]),
  secrets: new Map(),
  mountTargets: new Map(),
  utilization: { cpu: 55, memory: 60 },
};

export const shop: LiveCluster = {
  cluster: {
    clusterArn: ARNS.cluster,
    clusterName: 'shop',
    status: 'ACTIVE',
    settings: [{ name: 'containerInsights', value: 'enabled' }],
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultCapacityProviderStrategy: [],
    registeredContainerInstancesCount: 0,
  },
  services: [web],
  notRead: [],
  stoppedTasks: [],
  containerInstances: [],
  capacityProviders: [],
  orphanedTargets: [],
};

export const healthy: Account = { region: REGION, readAt: NOW, depth: 'deep', clusters: [shop], settings: [] };
