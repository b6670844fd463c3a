import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Size, type App } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import * as lib from '../../src';
import { FLAG_SETS, IMAGE, testCluster, testStack } from '../support/stacks';
import { RUNS } from './support/runs';

/** Constructs that the parts refer to, and that exist before the first part. */
function worldOf(context: Readonly<Record<string, unknown>>) {
  const stack = testStack(context);
  const cluster = testCluster(stack);
  const size = lib.FargateSize.of(1024, 4096);
  return {
    stack,
    web: new lib.FargateWebService(stack, 'Web', { cluster, image: IMAGE, size, containerPort: 80, ingress: lib.Ingress.publicHttp() }),
    worker: new lib.FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, size }),
    job: new lib.OneOffTask(stack, 'Job', { cluster, image: IMAGE }),
    fileSystem: new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc }),
    bucket: new s3.Bucket(stack, 'Bucket'),
    queue: new sqs.Queue(stack, 'Queue', {
      visibilityTimeout: Duration.minutes(10), deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead'), maxReceiveCount: 3 },
    }),
    topic: new sns.Topic(stack, 'Topic'),
    namespace: new cloudmap.HttpNamespace(stack, 'Namespace', { name: 'shop' }),
    apiKey: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Key')),
    alarm: new cloudwatch.Alarm(stack, 'Alarm', { metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Errors' }), threshold: 1, evaluationPeriods: 1 }),
    onCall: new iam.Role(stack, 'OnCall', { assumedBy: new iam.AccountRootPrincipal() }),
  };
}

type Part = (world: ReturnType<typeof worldOf>) => unknown;

const PARTS: { readonly [name: string]: Part } = {
  scratch: ({ stack, web }) => new lib.ScratchVolume(stack, 'Scratch', { task: web, containerPath: '/cache' }),
  efs: ({ stack, web, fileSystem }) => new lib.EfsMount(stack, 'Uploads', { task: web, fileSystem, containerPath: '/uploads', posixUser: { uid: 1000, gid: 1000 } }),
  ebs: ({ stack, worker }) => new lib.EbsVolume(stack, 'Index', { service: worker, size: Size.gibibytes(100), containerPath: '/index' }),
  exec: ({ stack, web, onCall }) => new lib.ExecAccess(stack, 'Exec', { service: web, allow: [onCall] }),
  router: ({ stack, web, bucket }) => new lib.FireLensLogs(stack, 'Logs', { task: web, destination: lib.LogDestination.s3({ bucket }) }),
  agent: ({ stack, web }) => new lib.CloudWatchAgent(stack, 'Agent', { task: web, statsd: { namespace: 'Shop/Web' } }),
  collector: ({ stack, worker }) => new lib.OtelCollector(stack, 'Collector', { task: worker, pipelines: [lib.OtelPipeline.xray()] }),
  signals: ({ stack, worker }) => new lib.ApplicationSignals(stack, 'Signals', { task: worker, runtime: lib.InstrumentedRuntime.NODE }),
  datadog: ({ stack, web, apiKey }) => new lib.DatadogAgent(stack, 'Datadog', { task: web, apiKey, service: 'shop', env: 'prod' }),
  schedule: ({ stack, job }) => new lib.ScheduledJob(stack, 'Nightly', {
    task: job, timeout: Duration.minutes(30), schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)),
  }),
  event: ({ stack, job }) => new lib.EventJob(stack, 'Uploaded', { task: job, timeout: Duration.minutes(30), eventPattern: { source: ['aws.s3'] } }),
  migration: ({ stack, worker, job }) => new lib.PreDeployTask(stack, 'Migrate', { service: worker, task: job }),
  consumer: ({ stack, worker, queue }) => new lib.QueueConsumer(stack, 'Consumer', { service: worker, queue, processingTime: Duration.minutes(1) }),
  publisher: ({ stack, web, topic }) => new lib.TopicPublisher(stack, 'Publisher', { service: web, topic, environmentVariable: 'TOPIC_ARN' }),
  backlog: ({ stack, worker, queue }) => new lib.QueueBacklogScaling(stack, 'Backlog', {
    service: worker, queue, acceptableLatency: Duration.minutes(5), averageProcessingTime: Duration.seconds(10), maxCapacity: 10,
  }),
  protection: ({ stack, worker }) => new lib.TaskScaleInProtection(stack, 'Protection', { service: worker, protectionTime: Duration.minutes(15) }),
  cpu: ({ stack, web }) => new lib.CpuTargetScaling(stack, 'Cpu', { service: web, maxCapacity: 10 }),
  memory: ({ stack, web }) => new lib.MemoryTargetScaling(stack, 'Memory', { service: web }),
  office: ({ stack, web }) => new lib.ScheduledScaling(stack, 'Office', {
    service: web, actions: [{ schedule: appscaling.Schedule.cron({ hour: '8', minute: '0' }), minCapacity: 4, maxCapacity: 10 }],
  }),
  called: ({ stack, web, namespace }) => new lib.ServiceConnectDiscovery(stack, 'Called', { service: web, namespace, endpoints: [{ name: 'web' }] }),
  calling: ({ stack, worker, namespace }) => new lib.ServiceConnectDiscovery(stack, 'Calling', { service: worker, namespace }),
  network: ({ stack, web }) => new lib.NetworkIngress(stack, 'Network', { service: web, listeners: [{ port: 1883, containerPort: 80 }] }),
  alarms: ({ stack, web, alarm }) => new lib.DeploymentAlarms(stack, 'RollBack', { service: web, alarms: [alarm] }),
  permission: ({ web, bucket }) => web.taskRoles.allow('app', { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }),
  grant: ({ web, bucket }) => bucket.grantRead(web.taskRoles),
};

function synthesized(names: readonly string[], context: Readonly<Record<string, unknown>>): unknown {
  const world = worldOf(context);
  for (const name of names) PARTS[name](world);
  return withoutOrder((world.stack.node.root as App).synth().getStackByName(world.stack.stackName).template);
}

/** Containers, variables and statements of policies are written in the order in which they were added. */
function withoutOrder(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutOrder).map((item) => JSON.stringify(item)).sort();
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withoutOrder(value)]));
}

test.each(FLAG_SETS)('the order of parts changes no resource, with $flags', ({ context }) => {
  const parts = fc.subarray(Object.keys(PARTS), { minLength: 2 }).chain((names) => fc.tuple(
    fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }),
  ));
  fc.assert(fc.property(parts, ([names, shuffled]) => {
    expect(synthesized(shuffled, context)).toEqual(synthesized(names, context));
  }), { numRuns: Math.ceil(RUNS / 10) });
});
