import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { BootstraplessSynthesizer, Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib/core';
import { clusterOf, https, web, worker, type Value } from './values';
import {
  EcsTask, EfsMount, ExecAudit, FargateSize, FireLensLogs, LogDestination, MetricTargetScaling, MultilineLogs, OneOffTask, PredictiveMetric,
  PredictiveScaling, PreDeployTask, ScheduledJob, ScheduledScaling, ScratchVolume, StepScaling,
  type ContainerPermissionOptions, type ScheduledScalingAction,
} from '../../src';
import { IMAGE } from '../support/stacks';

const task = (stack: Stack) => new OneOffTask(stack, 'Task', { cluster: clusterOf(stack), image: IMAGE });
const job = (onFailure: (stack: Stack) => sns.ITopic) => (stack: Stack) => new ScheduledJob(stack, 'Job', {
  task: task(stack), schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), timeout: Duration.minutes(5), onFailure: onFailure(stack),
});
const action = (other: object) => (stack: Stack) => new ScheduledScaling(stack, 'Office', {
  service: worker()(stack),
  // JavaScript checks no types.
  actions: [{ schedule: appscaling.Schedule.cron({ hour: '7', minute: '0' }), minCapacity: 2, ...other } as ScheduledScalingAction],
});
const follows = (metricPerTask: cloudwatch.IMetric) => (stack: Stack) => (
  new MetricTargetScaling(stack, 'Follow', { service: worker()(stack), metricPerTask, targetValue: 10, maxCapacity: 4 }));
const metric = (statistic: string) => new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Waiting', statistic });
const scratch = (taskDefinition: (stack: Stack) => ecs.TaskDefinition) => (stack: Stack) => (
  new ScratchVolume(stack, 'Work', { task: EcsTask.fromTaskDefinition(taskDefinition(stack)), containerPath: '/work' }));

function plainTask(stack: Stack): ecs.TaskDefinition {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Plain');
  taskDefinition.addContainer('app', { image: IMAGE, logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', mode: ecs.AwsLogDriverMode.NON_BLOCKING }) });
  return taskDefinition;
}

const steps = (other: object) => (stack: Stack) => new StepScaling(stack, 'Steps', {
  service: worker()(stack), metric: metric('Average'), steps: [{ upper: 1, change: -1 }, { lower: 10, change: 1 }], maxCapacity: 4, ...other,
});
const allow = (permission: object) => (stack: Stack) => (
  // JavaScript checks no types.
  worker()(stack).taskRoles.allow('app', { actions: ['s3:GetObject'], resources: ['*'], ...permission } as ContainerPermissionOptions));
const mount = (fileSystem: (stack: Stack) => efs.IFileSystem) => (stack: Stack) => (
  new EfsMount(stack, 'Mount', { task: worker()(stack), fileSystem: fileSystem(stack), containerPath: '/data', posixUser: { uid: 1000, gid: 1000 } }));

const forecast = (of: unknown) => (stack: Stack) => (
  // JavaScript checks no types.
  new PredictiveScaling(stack, 'Forecast', { service: worker()(stack), metric: of as PredictiveMetric, maxCapacity: 4 }));
const bootstrapless = (stack: Stack) => new Stack(stack.node.root, 'Bare', { env: { account: stack.account, region: stack.region }, synthesizer: new BootstraplessSynthesizer() });
const first = (stack: Stack) => new PreDeployTask(stack, 'First', { service: web()(stack), task: task(stack) });
const router = (stack: Stack) => new FireLensLogs(stack, 'Logs', { task: worker()(stack), destination: LogDestination.cloudWatch(), multiline: MultilineLogs.java() });

/** Of jobs, scaling, logs and what is attached to services. */
export const VALUES_OF_PARTS: readonly Value[] = [
  {
    what: 'a log group with the options of another one',
    wrong: worker((stack) => ({ logging: { logGroup: new logs.LogGroup(stack, 'Logs'), retention: logs.RetentionDays.ONE_DAY } })),
    says: ['logging.retention is set beside logging.logGroup'],
    right: worker(() => ({ logging: { retention: logs.RetentionDays.ONE_DAY } })),
  },
  {
    what: 'a FIFO topic for failures',
    wrong: job((stack) => sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:operators.fifo')),
    says: ['onFailure is a FIFO topic'],
    right: job((stack) => new sns.Topic(stack, 'Topic')),
  },
  {
    what: 'a time zone as a text',
    wrong: action({ timeZone: 'Europe/Berlin' }),
    says: ["timeZone is 'Europe/Berlin', it must be a TimeZone"],
    right: action({ timeZone: TimeZone.EUROPE_BERLIN }),
  },
  {
    what: 'an action at no time',
    wrong: action({ schedule: undefined }),
    says: ['actions[0].schedule is left out, it is required'],
    right: action({}),
  },
  {
    what: 'the metric of another kind',
    wrong: steps({ metric: 'CPUUtilization' }),
    says: ["metric is 'CPUUtilization', it must be a cloudwatch.IMetric"],
    right: steps({}),
  },
  {
    what: 'the metric of another region',
    wrong: (stack) => steps({ metric: new cloudwatch.MathExpression({ expression: 'a', usingMetrics: { a: metric('Sum').with({ region: 'us-east-1' }) } }) })(
      new Stack(stack.node.root, 'Frankfurt', { env: { region: 'eu-central-1' } })),
    says: ['metric is of the region us-east-1, and Frankfurt/Steps is in eu-central-1', 'use a metric of eu-central-1'],
    right: steps({ metric: metric('Sum').with({ region: 'us-east-1' }) }),
  },
  {
    what: 'the forecast of another kind',
    wrong: forecast('cpu'),
    says: ["metric is 'cpu', it must be a PredictiveMetric"],
    right: forecast(PredictiveMetric.cpu(60)),
  },
  {
    what: 'the code of a function without a place for assets',
    wrong: (stack) => first(bootstrapless(stack)),
    says: ['service needs the code of a function, and the BootstraplessSynthesizer of the stack has no place for assets'],
    right: first,
  },
  {
    what: 'an image of the app without a place for assets',
    wrong: (stack) => new OneOffTask(bootstrapless(stack), 'Task', { cluster: clusterOf(stack), image: ecs.ContainerImage.fromAsset(__dirname) }),
    says: ['containers[app].image needs an image that the CDK uploads'],
    right: task,
  },
  {
    what: 'a file of a log router without a place for assets',
    wrong: (stack) => router(bootstrapless(stack)),
    says: ['multiline needs a file of the router'],
    right: router,
  },
  {
    what: 'a run of another size',
    wrong: (stack) => task(stack).asEventTarget({ size: FargateSize.memoriesFor(256) as never }), // JavaScript checks no types.
    says: ['size is of the type object, it must be a FargateSize'],
    right: (stack) => task(stack).asEventTarget({ size: FargateSize.of(256, 512) }),
  },
  {
    what: 'a service that is a text',
    wrong: steps({ service: 'web' }),
    says: ["service is 'web', it must be a service of this library"],
    right: steps({}),
  },
  {
    what: 'an action of no service of AWS',
    wrong: allow({ actions: ['GetObject'] }),
    says: ["actions[0] is 'GetObject', it must have a service, a colon and the name of an action"],
    right: allow({}),
  },
  {
    what: 'one action as a text',
    wrong: allow({ actions: 's3:GetObject' }),
    says: ["actions is 's3:GetObject', it must be a list", "write a list: ['s3:GetObject']"],
    right: allow({}),
  },
  {
    what: 'a condition without its operator',
    wrong: allow({ conditions: { 'aws:RequestedRegion': 'eu-west-1' } }),
    says: ["conditions.aws:RequestedRegion is 'eu-west-1', it must be an object of keys and values"],
    right: allow({ conditions: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
  },
  {
    what: 'a file system without its group',
    wrong: mount((stack) => efs.FileSystem.fromFileSystemAttributes(stack, 'Files', { fileSystemId: 'fs-0123456789abcdef0' } as never)), // JavaScript
    says: ['fileSystem is imported without its security group', 'pass the securityGroup of its mount targets'],
    right: mount((stack) => efs.FileSystem.fromFileSystemAttributes(stack, 'Files', {
      fileSystemId: 'fs-0123456789abcdef0', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'FilesGroup', 'sg-0123456789abcdef0'),
    })),
  },
  {
    what: 'a task definition that is a text',
    wrong: () => EcsTask.fromTaskDefinition('web' as never), // JavaScript checks no types.
    says: ["taskDefinition is 'web', it must be an ecs.TaskDefinition"],
    right: scratch(plainTask),
  },
  {
    what: 'groups of a task that are no list',
    wrong: (stack) => EcsTask.fromTaskDefinition(plainTask(stack), { securityGroups: 'sg-1' as never }), // JavaScript checks no types.
    says: ["securityGroups is 'sg-1', it must be a list"],
    right: scratch(plainTask),
  },
  {
    what: 'the snapshot of a record',
    wrong: (stack) => new ExecAudit(stack, 'Audit', { cluster: new ecs.Cluster(stack, 'Other'), removalPolicy: RemovalPolicy.SNAPSHOT }),
    says: ['removalPolicy is SNAPSHOT'],
    right: (stack) => new ExecAudit(stack, 'Audit', { cluster: new ecs.Cluster(stack, 'Other'), removalPolicy: RemovalPolicy.RETAIN }),
  },
  {
    what: 'the schedule of another service',
    wrong: action({ schedule: scheduler.ScheduleExpression.cron({ hour: '7', minute: '0' }) }),
    says: ['actions[0].schedule is a schedule of another service'],
    right: action({}),
  },
  {
    what: 'a service that runs before the deployment',
    // JavaScript checks no types.
    wrong: (stack) => new PreDeployTask(stack, 'First', { service: web()(stack), task: worker()(stack) as unknown as OneOffTask }),
    says: ['task is of the type object, it must be a OneOffTask'],
    right: (stack) => new PreDeployTask(stack, 'First', { service: web()(stack), task: task(stack) }),
  },
  {
    what: 'an imported task definition',
    wrong: scratch((stack) => ecs.TaskDefinition.fromTaskDefinitionArn(stack, 'Imported', 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:1') as ecs.TaskDefinition),
    says: ['taskDefinition is imported'],
    right: scratch(plainTask),
  },
  {
    what: 'subnets by their ids alone',
    wrong: worker(() => ({ vpcSubnets: { subnets: ['subnet-1' as never] } })),
    says: ["vpcSubnets.subnets[0] is 'subnet-1', it must be an ec2.ISubnet", 'fromSubnetId'],
    right: worker(() => ({})),
  },
  {
    what: 'a private zone for a certificate',
    wrong: https((stack) => ({ domainName: 'web.shop.local', hostedZone: new route53.PrivateHostedZone(stack, 'Local', { zoneName: 'shop.local', vpc: clusterOf(stack).vpc }) })),
    says: ['ingress.hostedZone is private', '[net-certificate-zone]'],
    right: https((stack) => ({ domainName: 'web.shop.local', hostedZone: new route53.PublicHostedZone(stack, 'Public', { zoneName: 'shop.local' }) })),
  },
  { what: 'a statistic that is none', wrong: follows(metric('p200')), says: ["metricPerTask has the statistic 'p200'"], right: follows(metric('p99.9')) },
  {
    what: 'a search for metrics',
    wrong: follows(new cloudwatch.MathExpression({ expression: "AVG(SEARCH('{Shop} Waiting', 'Average', 60))" })),
    says: ['metricPerTask searches for metrics'],
    right: follows(new cloudwatch.MathExpression({ expression: 'waiting / 2', usingMetrics: { waiting: metric('Average') } })),
  },
];
