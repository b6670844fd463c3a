import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CfnParameter, Duration, RemovalPolicy, Stack, type App } from 'aws-cdk-lib/core';
import { bridgeWeb, clusterOf, web, worker, type Value } from './values';
import {
  ContainerPort, Deployment, Ec2Capacity, Ec2WorkerService, FargateWorkerService, Ingress, OneOffTask, TaskRoleBundle,
} from '../../src';
import { IMAGE, testVpc } from '../support/stacks';

const number = (stack: Stack) => new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
const subnets = (stack: Stack, ...ids: string[]) => ({ subnets: ids.map((id) => ec2.Subnet.fromSubnetId(stack, id, id)) });
const own = (stack: Stack, props: ec2.VpcProps) => new ecs.Cluster(stack, 'Own', { vpc: new ec2.Vpc(stack, 'OwnVpc', props) });
const isolated = { natGateways: 0, subnetConfiguration: [{ name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] };
const alarm = (stack: Stack, id: string) => cloudwatch.Alarm.fromAlarmName(stack, id, 'errors');

function capacity(stack: Stack, scope: Stack, type = 'm7g.large') {
  const cluster = new ecs.Cluster(stack, 'Own', { vpc: testVpc(stack) });
  return new Ec2Capacity(scope, 'Capacity', { cluster, instanceType: new ec2.InstanceType(type) });
}

function onInstances(stack: Stack, joins: boolean) {
  const cluster = new ecs.Cluster(stack, 'Own', { vpc: testVpc(stack) });
  new Ec2WorkerService(stack, 'Worker', { cluster, image: IMAGE, memoryLimitMiB: 256 });
  if (joins) new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
  (stack.node.root as App).synth();
}

const LOG_OPTIONS = { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'agent' };

function generic(logDriver: string, options?: Record<string, string>): ecs.LogDriver {
  return new ecs.GenericLogDriver({ logDriver, options });
}

/** Roles of a task that may write to the log group of the options above. */
function writing(stack: Stack): TaskRoleBundle {
  const roles = new TaskRoleBundle(stack, 'Roles');
  logs.LogGroup.fromLogGroupName(stack, 'Logs', LOG_OPTIONS['awslogs-group']).grantWrite(roles.executionRole);
  return roles;
}

/** Of services, their tasks and their instances. */
export const VALUES_OF_SERVICES: readonly Value[] = [
  {
    what: 'a log driver that Fargate lacks',
    wrong: worker(() => ({ logDriver: ecs.LogDrivers.jsonFile() })),
    says: ['containers[app].logDriver is json-file', '[log-driver-not-supported]'],
    right: worker(() => ({ logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }) })),
  },
  {
    what: 'a generic log driver of a sidecar',
    wrong: worker(() => ({ sidecars: [{ containerName: 'agent', image: IMAGE, logDriver: generic('fluentd') }] })),
    says: ['containers[agent].logDriver is fluentd'],
    right: worker((stack) => ({ sidecars: [{ containerName: 'agent', image: IMAGE, logDriver: generic('awslogs', LOG_OPTIONS) }], taskRoles: writing(stack) })),
  },
  {
    what: 'a log driver of a task',
    wrong: (stack) => new OneOffTask(stack, 'Task', { cluster: clusterOf(stack), image: IMAGE, logDriver: ecs.LogDrivers.syslog() }),
    says: ['containers[app].logDriver is syslog'],
    right: (stack) => new OneOffTask(stack, 'Task', { cluster: clusterOf(stack), image: IMAGE }),
  },
  {
    what: 'a size that is written as a literal',
    wrong: worker(() => ({ size: { cpu: 256, memoryMiB: 9999 } })),
    says: ['size.memoryMiB is 9999, with 256 cpu units Fargate sells 512, 1024 or 2048 MiB', '[td-fargate-size-pair]'],
    right: worker(() => ({ size: { cpu: 256, memoryMiB: 1024 } })),
  },
  {
    what: 'no subnets',
    wrong: worker(() => ({ vpcSubnets: { subnets: [] } })),
    says: ['vpcSubnets (0 subnets) selects no subnet of the VPC', 'ec2.SubnetType.PRIVATE_WITH_EGRESS'],
    right: worker((stack) => ({ vpcSubnets: subnets(stack, 'subnet-1') })),
  },
  {
    what: 'a subnet group that is none',
    wrong: worker(() => ({ vpcSubnets: { subnetGroupName: 'nope' } })),
    says: ['vpcSubnets (subnetGroupName: nope) selects no subnet of the VPC', 'why:  There are no subnet groups with name \'nope\''],
    right: worker(() => ({ vpcSubnets: { subnetGroupName: 'Public' }, assignPublicIp: true })),
  },
  {
    what: 'a zone that is none',
    wrong: worker(() => ({ vpcSubnets: { availabilityZones: ['eu-west-1z'] } })),
    says: ['vpcSubnets (availabilityZones: eu-west-1z) selects no subnet'],
    right: worker(() => ({ vpcSubnets: { availabilityZones: ['eu-west-1a'] } })),
  },
  {
    what: 'a load balancer in a VPC without public subnets',
    wrong: web((stack) => ({ cluster: own(stack, isolated) })),
    says: ['ingress.vpcSubnets (left out, (subnetType: Public)) selects no subnet'],
    right: web((stack) => ({ cluster: own(stack, {}) })),
  },
  {
    what: 'a load balancer in one zone',
    wrong: web((stack) => ({ cluster: own(stack, { maxAzs: 1 }) })),
    says: ['ingress.vpcSubnets (left out) selects 1 subnet', '[net-alb-one-subnet]'],
    right: web((stack) => ({ cluster: own(stack, { maxAzs: 2 }) })),
  },
  {
    what: 'a load balancer in one subnet',
    wrong: web((stack) => ({ ingress: Ingress.publicHttp({ vpcSubnets: { subnets: own(stack, {}).vpc.publicSubnets.slice(0, 1) } }) })),
    says: ['ingress.vpcSubnets selects 1 subnet'],
    right: web((stack) => ({ ingress: Ingress.publicHttp({ vpcSubnets: subnets(stack, 'subnet-1', 'subnet-2') }) })),
  },
  {
    what: 'a health check on a fixed port of instances',
    wrong: bridgeWeb(() => ({ targetHealthCheck: { port: '8080' } })),
    says: ['targetHealthCheck.port is 8080, in bridge mode', '[net-dynamic-port-health-check]'],
    right: bridgeWeb(() => ({ targetHealthCheck: { port: 'traffic-port' } })),
  },
  {
    what: 'a network mode without a network',
    wrong: bridgeWeb(() => ({ networkMode: ecs.NetworkMode.NONE })),
    says: ['networkMode is none'],
    right: bridgeWeb(() => ({ networkMode: ecs.NetworkMode.HOST })),
  },
  {
    what: 'a snapshot of a log group',
    wrong: worker(() => ({ logging: { removalPolicy: RemovalPolicy.SNAPSHOT } })),
    says: ['logging.removalPolicy is SNAPSHOT'],
    right: worker(() => ({ logging: { removalPolicy: RemovalPolicy.DESTROY } })),
  },
  {
    what: 'a cluster imported by its ARN alone',
    wrong: worker((stack) => ({ cluster: ecs.Cluster.fromClusterArn(stack, 'Arn', 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop') })),
    says: ['cluster is imported by its ARN alone', 'fromClusterAttributes'],
    right: worker((stack) => ({ cluster: ecs.Cluster.fromClusterAttributes(stack, 'Arn', { clusterName: 'shop', vpc: clusterOf(stack).vpc }) })),
  },
  {
    what: 'a token of minutes where seconds are written',
    wrong: worker((stack) => ({ stopTimeout: Duration.minutes(number(stack)) })),
    says: ['containers[app].stopTimeout is a token of minutes', 'Duration.seconds(...)'],
    right: worker((stack) => ({ stopTimeout: Duration.seconds(number(stack)) })),
  },
  {
    what: 'the health check of a target at a container',
    wrong: worker(() => ({ healthCheck: { path: '/health', interval: Duration.seconds(30) } as never })), // JavaScript checks no types.
    says: ['containers[app].healthCheck has path and no command', 'pass { path } as targetHealthCheck'],
    right: worker(() => ({ healthCheck: { command: ['CMD', 'true'] } })),
  },
  {
    what: 'the options of a pattern',
    wrong: worker(() => ({ taskImageOptions: { containerPort: 80 } }) as never), // JavaScript checks no types.
    says: ['taskImageOptions is a property of services of the CDK', 'write image, containerPort, environment and secrets beside the cluster'],
    right: worker(() => ({ taskImageOptions: undefined }) as never),
  },
  {
    what: 'a health check without a command',
    wrong: worker(() => ({ healthCheck: { interval: Duration.seconds(30) } as never })), // JavaScript checks no types.
    says: ['containers[app].healthCheck.command is left out, it is required'],
    right: worker(() => ({ healthCheck: { command: ['CMD', 'true'] } })),
  },
  {
    what: 'a range of ports that are no numbers',
    wrong: worker(() => ({ ports: [ContainerPort.tcpRange('80' as never, 90)] })), // JavaScript checks no types.
    says: ["first is '80', it must be a whole number from 1 to 65535"],
    right: worker(() => ({ ports: [ContainerPort.tcpRange(80, 90)] })),
  },
  {
    what: 'a command that is a token as a whole',
    wrong: worker((stack) => ({ healthCheck: { command: new CfnParameter(stack, 'Command', { type: 'CommaDelimitedList' }).valueAsList } })),
    says: ['containers[app].healthCheck.command is a list that only the deployment knows'],
    right: worker((stack) => ({ healthCheck: { command: ['CMD', new CfnParameter(stack, 'Command').valueAsString] } })),
  },
  {
    what: 'an alarm twice',
    wrong: web((stack) => {
      const twice = alarm(stack, 'Alarm');
      return { deployment: Deployment.codeDeploy({ alarms: [twice, twice] }) };
    }),
    says: ['deployment.alarms names', 'twice'],
    right: web((stack) => ({ deployment: Deployment.codeDeploy({ alarms: [alarm(stack, 'Alarm')] }) })),
  },
  {
    what: 'a security group twice',
    wrong: worker((stack) => {
      const group = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1');
      return { securityGroups: [group, group] };
    }),
    says: ['securityGroups has "sg-1" twice'],
    right: worker((stack) => ({ securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')] })),
  },
  {
    what: 'a dependency twice',
    wrong: worker(() => ({
      sidecars: [{ containerName: 'seed', image: IMAGE, essential: false }],
      dependsOn: ['START', 'SUCCESS'].map((condition) => ({ containerName: 'seed', condition: condition as ecs.ContainerDependencyCondition })),
    })),
    says: ['containers[app].dependsOn has "seed" twice'],
    right: worker(() => ({
      sidecars: [{ containerName: 'seed', image: IMAGE, essential: false }],
      dependsOn: [{ containerName: 'seed', condition: ecs.ContainerDependencyCondition.SUCCESS }],
    })),
  },
  {
    what: 'a line break in a name',
    wrong: worker(() => ({ containerName: 'a\nb' })),
    says: ["containerName is 'a\\nb'"],
    right: worker(() => ({ containerName: 'a-b' })),
  },
  {
    what: 'instances in another stack than their cluster',
    wrong: (stack) => capacity(stack, new Stack(stack.node.root as App, 'Instances')),
    says: ['cluster is in the stack Shop, and this capacity is not'],
    right: (stack) => capacity(stack, stack),
  },
  {
    what: 'an instance type that is none',
    wrong: (stack) => capacity(stack, stack, 'nonsense'),
    says: ["instanceType is 'nonsense'"],
    right: (stack) => capacity(stack, stack, 'u-6tb1.metal'),
  },
  {
    what: 'instances that never come',
    wrong: (stack) => onInstances(stack, false),
    says: ['cluster has no instances that tasks could run on', '[ec2-no-instances]', 'new Ec2Capacity('],
    right: (stack) => onInstances(stack, true),
  },
  {
    what: 'a path that EC2 does not take as a description',
    wrong: worker(() => ({ family: 'ü' })),
    says: ["family is 'ü'"],
    right: (stack) => new FargateWorkerService(stack, `Wörker${'x'.repeat(230)}`, { cluster: clusterOf(stack), image: IMAGE }),
  },
];
