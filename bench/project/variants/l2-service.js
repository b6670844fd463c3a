// @ts-check
'use strict';

const ec2 = require('aws-cdk-lib/aws-ec2');
const ecs = require('aws-cdk-lib/aws-ecs');
const elbv2 = require('aws-cdk-lib/aws-elasticloadbalancingv2');
const iam = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');
const cloudmap = require('aws-cdk-lib/aws-servicediscovery');
const { Duration, RemovalPolicy, Size } = require('aws-cdk-lib/core');

/** @typedef {import('../app').Platform} Platform */

/** ECS tasks of this account and region: the confused deputy is kept out. */
function ecsTasks(/** @type {Platform['stack']} */ { account, partition, region }) {
  return new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
    conditions: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:ecs:${region}:${account}:*` },
    },
  });
}

function newRole(/** @type {Platform} */ { stack }, /** @type {string} */ id, /** @type {iam.IPrincipal} */ assumedBy) {
  return new iam.Role(stack, id, { assumedBy });
}

function newLogGroup(/** @type {Platform} */ { stack }, /** @type {string} */ id) {
  return new logs.LogGroup(stack, id, { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.RETAIN });
}

function newSecurityGroup(/** @type {Platform} */ { stack, vpc }, /** @type {string} */ id) {
  return new ec2.SecurityGroup(stack, id, { vpc });
}

/**
 * A web service on the stack's listener, scaled on CPU and found by name.
 *
 * @param {Platform} platform
 * @param {import('.').ServiceWish} wish
 * @param {{ taskRole: iam.IRole, executionRole: iam.IRole, logGroup: logs.ILogGroup, securityGroup: ec2.ISecurityGroup, streamPrefix?: string }} parts
 */
function scalableWebService({ stack, cluster, dnsNamespace, listener }, { name, environment, priority }, parts) {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, `${name}Task`, {
    cpu: 256,
    memoryLimitMiB: 512,
    runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.X86_64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX },
    taskRole: parts.taskRole,
    executionRole: parts.executionRole,
  });
  const container = taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    environment,
    portMappings: [{ containerPort: 80 }],
    logging: ecs.LogDrivers.awsLogs({
      logGroup: parts.logGroup,
      streamPrefix: parts.streamPrefix ?? 'app',
      mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: Size.mebibytes(25),
    }),
  });
  const service = new ecs.FargateService(stack, `${name}Service`, {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    enableECSManagedTags: true,
    propagateTags: ecs.PropagatedTagSource.SERVICE,
    healthCheckGracePeriod: Duration.seconds(60),
    securityGroups: [parts.securityGroup],
    cloudMapOptions: {
      cloudMapNamespace: dnsNamespace,
      name,
      dnsRecordType: cloudmap.DnsRecordType.A,
      dnsTtl: Duration.seconds(10),
      failureThreshold: 1,
      container,
      containerPort: 80,
    },
  });
  listener.addTargets(`${name}Target`, {
    priority,
    conditions: [elbv2.ListenerCondition.pathPatterns([`/${name}/*`])],
    port: 80,
    protocol: elbv2.ApplicationProtocol.HTTP,
    targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 80 })],
    deregistrationDelay: Duration.seconds(30),
    healthCheck: {
      path: '/',
      interval: Duration.seconds(10),
      timeout: Duration.seconds(5),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 3,
      healthyHttpCodes: '200-399',
    },
  });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 70,
    scaleInCooldown: Duration.seconds(300),
    scaleOutCooldown: Duration.seconds(60),
  });
}

module.exports = { ecsTasks, newLogGroup, newRole, newSecurityGroup, scalableWebService };
