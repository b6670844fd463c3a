import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { CfnParameter, Duration, TimeZone, type Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, FargateMix, FargateSize, JobOverlap, OneOffTask, ScheduledJob, type OneOffTaskProps, type ScheduledJobProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';
import { definitionIn } from '../support/step-functions';

const NIGHTLY = scheduler.ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN });

function task(stack: Stack, props: Partial<OneOffTaskProps> = {}): OneOffTask {
  return new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE, ...props });
}

function job(stack: Stack, props: Partial<ScheduledJobProps> = {}): ScheduledJob {
  return new ScheduledJob(stack, 'Job', { task: props.task ?? task(stack), schedule: NIGHTLY, timeout: Duration.minutes(30), ...props });
}

function refusal(props: Partial<ScheduledJobProps>): string {
  const stack = testStack();
  const one = task(stack, { size: FargateSize.of(512, 1024), environment: { MODE: 'slow' } });
  return refusalOf(stack, 'Job', (scope, id) => new ScheduledJob(scope, id, { task: one, schedule: NIGHTLY, timeout: Duration.minutes(30), ...props }));
}

test.each(FLAG_SETS)('synthesizes its recorded template, with $flags', ({ context }) => {
  const stack = testStack(context);
  const onFailure = new sns.Topic(stack, 'Topic');
  job(stack, { onFailure, expectWithin: Duration.hours(26) });
  const template = Template.fromStack(stack).toJSON();
  for (const id of Object.keys(template.Resources)) if (id.startsWith('Task')) delete template.Resources[id];
  expect(template).toMatchSnapshot();
});

describe('the schedule', () => {
  test('starts the state machine at its time, in its time zone', () => {
    const stack = testStack();
    job(stack, { flexibleWindow: Duration.minutes(15), enabled: false });
    Template.fromStack(stack).hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
      State: 'DISABLED',
      Target: { Arn: { Ref: Match.stringLikeRegexp('^JobStateMachine') }, Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}' },
    });
  });

  test.each([
    ['UTC', scheduler.ScheduleExpression.rate(Duration.hours(1)), undefined, 'Etc/UTC'],
    ['the zone beside it', events.Schedule.cron({ hour: '3', minute: '0' }) as scheduler.ScheduleExpression, TimeZone.ASIA_TOKYO, 'Asia/Tokyo'],
    ['the zone beside one of UTC', scheduler.ScheduleExpression.cron({ hour: '3', minute: '0' }), TimeZone.ASIA_TOKYO, 'Asia/Tokyo'],
  ])('is in %s', (_, schedule, timeZone, zone) => {
    const stack = testStack();
    job(stack, { schedule, timeZone });
    Template.fromStack(stack).hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpressionTimezone: zone });
  });

  test('has a role that may start the state machine and write to the queue, and is of this account', () => {
    const stack = testStack();
    job(stack);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'scheduler.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } })] },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          { Action: 'states:StartExecution', Effect: 'Allow', Resource: { Ref: Match.stringLikeRegexp('^JobStateMachine') } },
          { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^JobDeadLetters'), 'Arn'] } },
        ],
      },
    });
  });

  test('takes a queue of the app for dead letters', () => {
    const stack = testStack();
    const deadLetterQueue = new sqs.Queue(stack, 'Dead');
    expect(job(stack, { deadLetterQueue }).deadLetterQueue).toBe(deadLetterQueue);
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
  });
});

describe('the run', () => {
  test('has values in place of those of the task definition', () => {
    const stack = testStack();
    job(stack, { command: ['npm', 'run', 'it'], environment: { MODE: 'fast' }, size: FargateSize.of(1024, 2048) });
    expect(definitionIn(stack).States.Run.Parameters.Overrides).toEqual({
      Cpu: '1024', Memory: '2048', ContainerOverrides: [{ Name: 'app', Command: ['npm', 'run', 'it'], Environment: [{ Name: 'MODE', Value: 'fast' }] }],
    });
  });

  test('may be on Spot alone', () => {
    const stack = testStack();
    job(stack, { task: task(stack, { capacity: FargateMix.spotOnly() }) });
    expect(definitionIn(stack).States.Run.Parameters.CapacityProviderStrategy).toMatchObject([{ CapacityProvider: 'FARGATE_SPOT' }]);
  });

  test('may be on instances', () => {
    const stack = testStack();
    const cluster = new ecs.Cluster(stack, 'Instances', { vpc: testVpc(stack) });
    const ec2Capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
    job(stack, { task: new OneOffTask(stack, 'Task', { cluster, image: IMAGE, memoryLimitMiB: 256, ec2Capacity }) });
    expect(definitionIn(stack).States.Run.Parameters.CapacityProviderStrategy).toHaveLength(1);
  });

  test('may start the task and read the lock, and nothing of other jobs', () => {
    const stack = testStack();
    job(stack);
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    for (const action of ['ecs:RunTask', 'iam:PassRole', 'dynamodb:UpdateItem', 'dynamodb:GetItem', 'states:DescribeExecution']) expect(policies).toContain(action);
  });
});

test('jobs of a stack share one table for their locks, each with its own lock', () => {
  const stack = testStack();
  const one = task(stack);
  const jobs = ['A', 'B'].map((id) => new ScheduledJob(stack, id, { task: one, schedule: NIGHTLY, timeout: Duration.minutes(30) }));
  expect(jobs[0].locks).toBe(jobs[1].locks);
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::DynamoDB::Table', 1);
  const text = JSON.stringify(template.findResources('AWS::StepFunctions::StateMachine'));
  expect(text).toContain('ShopA');
  expect(text).toContain('ShopB');
});

test('a job that may overlap itself has no table', () => {
  const stack = testStack();
  expect(job(stack, { overlap: JobOverlap.allow() }).locks).toBeUndefined();
  Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::Table', 0);
});

test('a failure is a message to the topic, also of a run that was stopped', () => {
  const stack = testStack();
  const { failureRule } = job(stack, { onFailure: new sns.Topic(stack, 'Topic') });
  expect(failureRule).toBeDefined();
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { detail: { stateMachineArn: [{ Ref: Match.stringLikeRegexp('^JobStateMachine') }], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] } },
    Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^Topic') } })],
  });
});

test.each([
  [Duration.hours(1), 3600, 1],
  [Duration.minutes(90), 60, 90],
  [Duration.hours(26), 3600, 26],
  [Duration.days(7), 3600, 168],
])('an alarm watches for a success within %s', (expectWithin, period, periods) => {
  const stack = testStack();
  job(stack, { expectWithin, schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)) });
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'EcsJobs',
    MetricName: 'Succeeded',
    Period: period,
    EvaluationPeriods: periods,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  });
});

test.each<[string, Partial<ScheduledJobProps>, readonly string[]]>([
  ['a rate of less than a minute', { schedule: scheduler.ScheduleExpression.expression('rate(30 seconds)') }, ['schedule (rate(30 seconds))']],
  ['a rate of 0', { schedule: scheduler.ScheduleExpression.expression('rate(0 minutes)') }, ['a rate of 0']],
  ['five fields', { schedule: scheduler.ScheduleExpression.expression('cron(0 3 * * *)') }, ['six fields']],
  ['two days', { schedule: scheduler.ScheduleExpression.expression('cron(0 3 1 * MON *)') }, ['?']],
  ['two time zones', { timeZone: TimeZone.ASIA_TOKYO }, ['timeZone is Asia/Tokyo', 'Europe/Berlin']],
  ['a window of more than a day', { flexibleWindow: Duration.hours(25) }, ['flexibleWindow']],
  ['no timeout', { timeout: undefined }, ['timeout is left out']],
  ['a timeout under a second', { timeout: Duration.millis(1) }, ['timeout']],
  ['a timeout over a year', { timeout: Duration.days(366) }, ['timeout', '31536000']],
  ['retries below 0', { retries: -1 }, ['retries']],
  ['retries of placement below 0', { placementRetries: -1 }, ['placementRetries']],
  ['an unknown container', { containerName: 'web' }, ['containerName is \'web\'']],
  ['a credential', { environment: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } }, ['[sec-secret-in-plain-environment]']],
  ['too long an environment', { environment: { DATA: 'x'.repeat(8200) } }, ['8192']],
  ['a success within more than 7 days', { expectWithin: Duration.days(8) }, ['expectWithin']],
  ['a success within parts of hours above one day', { expectWithin: Duration.minutes(1501) }, ['expectWithin is 1501 minutes', '26 hours']],
  ['a success within less than a day of a daily job', { expectWithin: Duration.hours(3) }, ['expectWithin is 180 minutes', 'a run every 1440 minutes']],
  ['a success within less than the rate', { schedule: scheduler.ScheduleExpression.rate(Duration.days(2)), expectWithin: Duration.days(1) }, ['a run every 2880 minutes']],
  ['a field of an event', { environment: { KEY: events.EventField.fromPath('$.detail.key') } }, ['$.detail.key', 'JsonPath']],
])('refuses %s', (_, props, words) => {
  const message = refusal(props);
  for (const word of words) expect(message).toContain(word);
});

test('refuses what is no task', () => {
  const stack = testStack();
  expect(refusalOf(stack, 'Job', (scope, id) => new ScheduledJob(scope, id, { task: {} as OneOffTask, schedule: NIGHTLY, timeout: Duration.hours(1) })))
    .toContain('a OneOffTask');
});

test('tokens pass', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const schedule = scheduler.ScheduleExpression.expression(new CfnParameter(stack, 'Schedule', { default: 'rate(1 hour)' }).valueAsString);
  const run = { command: [text], environment: { MODE: text }, retries: number, placementRetries: number, timeout: Duration.seconds(number) };
  job(stack, { schedule, ...run, flexibleWindow: Duration.minutes(number) });
  templateWithoutTokens(stack).hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: { Ref: 'Schedule' } });
});
