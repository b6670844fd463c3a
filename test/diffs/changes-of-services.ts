import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { ec2Web, ec2WithCapacity, fargateWeb } from './app';
import type { Definition } from './diff';
import { Deployment, FargateMix, FargateSize, TaskRoleBundle } from '../../src';
import { IMAGE } from '../support/stacks';

/** Changes by users: by name, with the earlier and the later props. */
export type Changes = { readonly [change: string]: readonly [before: Definition, after: Definition] };

const plain = fargateWeb();
const image = (tag: string) => ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${tag}`);
const sidecar = { containerName: 'agent', image: IMAGE };

/** Of what a task is, and how it runs. */
export const changesOfServices: Changes = {
  'image': [plain, fargateWeb({ image: image('1.28') })],
  'size': [plain, fargateWeb({ size: FargateSize.of(1024, 2048) })],
  'architecture': [plain, fargateWeb({ runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX } })],
  'platform version': [plain, fargateWeb({ platformVersion: ecs.FargatePlatformVersion.VERSION1_4 })],
  'disk': [plain, fargateWeb({ ephemeralStorageGiB: 50 })],
  'on demand to Spot': [plain, fargateWeb({ capacity: FargateMix.withSpot({ onDemandBase: 2 }) })],
  'Spot to on demand': [fargateWeb({ capacity: FargateMix.withSpot({ onDemandBase: 2 }) }), plain],
  'another share of Spot': [fargateWeb({ capacity: FargateMix.withSpot({ onDemandBase: 2 }) }), fargateWeb({ capacity: FargateMix.withSpot({ onDemandBase: 4 }) })],
  'public address': [plain, fargateWeb({ assignPublicIp: true, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } })],
  'command': [plain, fargateWeb({ command: ['serve'] })],
  'environment': [plain, fargateWeb({ environment: { MODE: 'production' } })],
  'secret': [plain, fargateWeb((_, stack) => ({
    secrets: { TOKEN: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: 'token' })) },
  }))],
  'health check of the container': [plain, fargateWeb({ healthCheck: { command: ['true'], startPeriod: Duration.seconds(120) } })],
  'stop timeout': [plain, fargateWeb({ stopTimeout: Duration.seconds(60) })],
  'read-only root': [plain, fargateWeb({ readonlyRootFilesystem: true })],
  'sidecar added': [plain, fargateWeb({ sidecars: [sidecar] })],
  'sidecar removed': [fargateWeb({ sidecars: [sidecar] }), plain],
  'container renamed': [plain, fargateWeb({ containerName: 'web' })],
  'traffic to a sidecar': [plain, fargateWeb({ sidecars: [{ ...sidecar, containerPorts: [80] }], containerPorts: [8080], targetContainerName: 'agent' })],
  'another port besides': [plain, fargateWeb({ containerPorts: [9090] })],
  'container port': [plain, fargateWeb({ containerPort: 8080 })],
  'container port in blue/green': [fargateWeb({ deployment: Deployment.blueGreen() }), fargateWeb({ containerPort: 8080, deployment: Deployment.blueGreen() })],
  'family': [plain, fargateWeb({ family: 'web' })],
  'roles of its own': [plain, fargateWeb((_, stack) => ({ taskRoles: new TaskRoleBundle(stack, 'Roles') }))],
  'count': [plain, fargateWeb({ desiredCount: 4 })],
  'percentages': [plain, fargateWeb({ deployment: Deployment.rolling({ minHealthyPercent: 50, maxHealthyPercent: 150 }) })],
  'circuit breaker off': [plain, fargateWeb({ deployment: Deployment.rolling({ circuitBreaker: false }) })],
  'rolling to blue/green': [plain, fargateWeb({ deployment: Deployment.blueGreen() })],
  'blue/green to canary': [fargateWeb({ deployment: Deployment.blueGreen() }), fargateWeb({ deployment: Deployment.canary() })],
  'blue/green to rolling': [fargateWeb({ deployment: Deployment.blueGreen() }), plain],
  'rolling to CodeDeploy': [plain, fargateWeb({ deployment: Deployment.codeDeploy() })],
  'CodeDeploy to rolling': [fargateWeb({ deployment: Deployment.codeDeploy() }), plain],
  'deployment alarm': [plain, fargateWeb((_, stack) => ({
    deployment: Deployment.rolling({ alarms: [cloudwatch.Alarm.fromAlarmArn(stack, 'Alarm', 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors')] }),
  }))],
  'ECS Exec': [plain, fargateWeb({ enableExecuteCommand: true })],
  'service named': [plain, fargateWeb({ serviceName: 'web' })],
  'service renamed': [fargateWeb({ serviceName: 'web' }), fargateWeb({ serviceName: 'shop' })],
  'cluster': [plain, fargateWeb(({ vpc }, stack) => ({ cluster: ecs.Cluster.fromClusterAttributes(stack, 'Other', { clusterName: 'other', vpc }) }))],
  'subnets': [plain, fargateWeb({ vpcSubnets: { availabilityZones: ['eu-west-1a'] } })],
  'security group': [plain, fargateWeb(({ securityGroup }) => ({ securityGroups: [securityGroup] }))],
  'log retention': [plain, fargateWeb({ logging: { retention: logs.RetentionDays.ONE_YEAR } })],
  'log removal policy': [plain, fargateWeb({ logging: { removalPolicy: RemovalPolicy.DESTROY } })],
  'log encryption': [plain, fargateWeb((_, stack) => ({
    logging: { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1') },
  }))],
  'log mode': [plain, fargateWeb({ logging: { mode: ecs.AwsLogDriverMode.BLOCKING } })],
  'log group named': [plain, fargateWeb({ logging: { logGroupName: '/shop/web' } })],
  'log group of others': [plain, fargateWeb((_, stack) => ({ logging: { logGroup: logs.LogGroup.fromLogGroupName(stack, 'Logs', '/shop') } }))],
  'instances: memory': [ec2Web(), ec2Web({ memoryLimitMiB: 512 })],
  'instances: placement': [ec2Web(), ec2Web({ placementStrategies: [ecs.PlacementStrategy.packedByMemory()] })],
  'instances: placement constraint': [ec2Web(), ec2Web({ placementConstraints: [ecs.PlacementConstraint.distinctInstances()] })],
  'instances: capacity set': [ec2WithCapacity(false), ec2WithCapacity(true)],
  'instances: capacity removed': [ec2WithCapacity(true), ec2WithCapacity(false)],
  'instances: awsvpc to bridge': [ec2Web(), ec2Web({ networkMode: ecs.NetworkMode.BRIDGE })],
};
