import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

type Properties = Readonly<Record<string, unknown>>;

const STOPPED = { 'source': ['aws.ecs'], 'detail-type': ['ECS Task State Change'] };

function notice(pattern: Properties | ((stack: Stack) => Properties)): GotchaCase['app'] {
  return (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', {
    EventPattern: typeof pattern === 'function' ? pattern(stack) : pattern,
    Targets: [{ Id: 'mail', Arn: 'arn:aws:sns:eu-west-1:111122223333:mail' }],
  });
}

function detail(of: (stack: Stack) => Properties): GotchaCase['app'] {
  return notice((stack) => ({ ...STOPPED, detail: of(stack) }));
}

function uploads(settings: Properties = {}, more: (stack: Stack, bucket: string) => void = () => undefined): GotchaCase['app'] {
  return (stack) => {
    const { ref } = resource(stack, 'Uploads', 'AWS::S3::Bucket', settings);
    nightlyRule(stack).addPropertyOverride('ScheduleExpression', undefined);
    (stack.node.findChild('Rule') as ReturnType<typeof nightlyRule>).addPropertyOverride('EventPattern', {
      'source': ['aws.s3'], 'detail-type': ['Object Created'], 'detail': { bucket: { name: [ref] } },
    });
    more(stack, ref);
  };
}

const on = (enabled: boolean) => ({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: enabled } } });
const cluster = (stack: Stack) => resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});

export const cases: readonly GotchaCase[] = [
  { name: 'a value is no list', caught: true, consequence: 'rejected', app: notice({ ...STOPPED, detail: { lastStatus: 'STOPPED' } }) },
  { name: 'the source is no list', caught: true, consequence: 'rejected', app: notice({ ...STOPPED, source: 'aws.ecs' }) },
  { name: 'a text of JSON has a value that is no list', caught: true, consequence: 'rejected', app: (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', { EventPattern: '{"source":["aws.ecs"],"detail-type":"ECS Service Action"}' }) },
  { name: 'the type has other letters', caught: true, consequence: 'misbehaves', app: notice({ ...STOPPED, 'detail-type': ['ECS Task State-change'] }) },
  { name: 'the type is one of ECR', caught: true, consequence: 'misbehaves', app: notice({ ...STOPPED, 'detail-type': ['ECR Image Action'] }) },
  { name: 'the type has a word of its own', caught: true, consequence: 'misbehaves', app: notice({ ...STOPPED, 'detail-type': ['ECS Service Deployment State Change'] }) },
  { name: 'the source lacks aws', caught: true, consequence: 'misbehaves', app: notice({ ...STOPPED, source: ['ecs'] }) },
  { name: 'the source is an endpoint', caught: true, consequence: 'misbehaves', app: notice({ ...STOPPED, source: ['ecs.amazonaws.com'] }) },
  { name: 'the status has small letters', caught: true, consequence: 'misbehaves', app: detail(() => ({ lastStatus: ['Stopped'] })) },
  { name: 'the cluster is a name', caught: true, consequence: 'misbehaves', app: detail(() => ({ clusterArn: ['shop'] })) },
  { name: 'the cluster is a reference to its name', caught: true, consequence: 'misbehaves', app: detail((stack) => ({ clusterArn: [cluster(stack).ref] })) },
  { name: 'the group is the name of the service', caught: true, consequence: 'misbehaves', app: detail((stack) => ({ group: [service(stack).getAtt('Name')] })) },
  { name: 'the group is the ARN of the service', caught: true, consequence: 'misbehaves', app: detail((stack) => ({ group: [service(stack).ref] })) },
  { name: 'the field is one of containers', caught: true, consequence: 'misbehaves', app: detail(() => ({ exitCode: [1] })) },
  { name: 'a bucket sends no events', caught: true, app: uploads() },
  { name: 'a bucket has its events off', caught: true, app: uploads(on(false)) },
  {
    name: 'a state machine runs a task on an event that never comes',
    caught: true,
    app: (stack) => void resource(stack, 'Rule', 'AWS::Events::Rule', {
      EventPattern: { ...STOPPED, detail: { lastStatus: ['Stopped'] } },
      Targets: [{ Id: 'run', Arn: workflow(stack).ref, RoleArn: 'arn:aws:iam::111122223333:role/events' }],
    }),
  },
  { name: 'the pattern is one of the documentation', caught: false, app: detail(() => ({ lastStatus: ['STOPPED'], stoppedReason: ['Essential container in task exited'] })) },
  { name: 'filters match more', caught: false, app: detail(() => ({ clusterArn: [{ suffix: '/shop' }], containers: { exitCode: [{ 'anything-but': 0 }] }, group: [{ prefix: 'service:' }] })) },
  { name: 'the cluster is an ARN', caught: false, app: detail((stack) => ({ clusterArn: [cluster(stack).getAtt('Arn')] })) },
  { name: 'the group is one of the service', caught: false, app: detail((stack) => ({ group: [{ 'Fn::Join': ['', ['service:', service(stack).getAtt('Name')]] }] })) },
  { name: 'calls are recorded by CloudTrail', caught: false, app: notice({ ...STOPPED, 'detail-type': ['AWS API Call via CloudTrail'], 'detail': { eventName: ['RunTask'] } }) },
  { name: 'images are pushed', caught: false, app: notice({ 'source': ['aws.ecr'], 'detail-type': ['ECR Image Action'], 'detail': { 'action-type': ['PUSH'] } }) },
  { name: 'one of several patterns is enough', caught: false, app: detail(() => ({ $or: [{ lastStatus: ['STOPPED'] }, { desiredStatus: ['STOPPED'] }] })) },
  { name: 'the app has its own events', caught: false, app: (stack) => void nightlyRule(stack).addPropertyOverride('EventPattern', { source: ['shop.orders'] }) },
  { name: 'a bucket sends its events', caught: false, app: uploads(on(true)) },
  {
    name: 'a custom resource may turn on the events',
    caught: false,
    notChecked: true,
    app: uploads({}, (stack, BucketName) => void resource(stack, 'Notifications', 'Custom::S3BucketNotifications', { BucketName })),
  },
  { name: 'a parameter is the status', caught: false, notChecked: true, app: detail((stack) => ({ lastStatus: [parameter(stack)] })) },
];
