import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

type Properties = Readonly<Record<string, unknown>>;

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';

function rule(target: Properties, parameters: Properties = {}): GotchaCase['app'] {
  return (stack) => void nightlyRule(stack, target, parameters);
}

const retry = (RetryPolicy: Properties) => rule({ RetryPolicy });
const transformer = (InputTemplate: string) => rule({ InputTransformer: { InputPathsMap: { id: '$.detail.id' }, InputTemplate } });

function pipe(SourceParameters: Properties, parameters: Properties = {}): GotchaCase['app'] {
  return (stack) => void resource(stack, 'Pipe', 'AWS::Pipes::Pipe', {
    RoleArn: 'arn:aws:iam::111122223333:role/pipes',
    Source: QUEUE,
    SourceParameters,
    Target: CLUSTER,
    TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: fargateTask(stack).ref, ...parameters } },
  });
}

function schedule(stack: Stack, target: Properties): void {
  resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 day)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: CLUSTER, RoleArn: 'arn:aws:iam::111122223333:role/scheduler', EcsParameters: { TaskDefinitionArn: fargateTask(stack).ref }, ...target },
  });
}

const filter = (pattern: unknown) => ({ FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] } });

export const cases: readonly GotchaCase[] = [
  { name: 'a rule tries 300 times', caught: true, app: retry({ MaximumRetryAttempts: 300 }) },
  { name: 'a rule tries for 30 seconds', caught: true, app: retry({ MaximumEventAgeInSeconds: 30 }) },
  { name: 'a schedule tries for a week', caught: true, app: (stack) => schedule(stack, { RetryPolicy: { MaximumEventAgeInSeconds: 604_800 } }) },
  { name: 'a rule copies the tags of a service', caught: true, app: rule({}, { PropagateTags: 'SERVICE' }) },
  { name: 'a pipe takes 10 messages for a task', caught: true, app: pipe({ SqsQueueParameters: { BatchSize: 10 } }) },
  { name: 'a filter of a pipe has no list', caught: true, app: pipe(filter({ body: { kind: 'resize' } })) },
  { name: 'a template has a variable that is not there', caught: true, consequence: 'misbehaves', app: transformer('{"containerOverrides":[{"name":"app","command":["<order>"]}]}') },
  {
    name: 'a schedule has a FIFO queue of the app for what failed',
    caught: true,
    app: (stack) => {
      const queue = resource(stack, 'DeadLetters', 'AWS::SQS::Queue', { FifoQueue: true });
      schedule(stack, { DeadLetterConfig: { Arn: queue.getAtt('Arn') } });
    },
  },
  { name: 'a rule has a FIFO queue of another app', caught: true, app: rule({ DeadLetterConfig: { Arn: { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:${AWS::AccountId}:dead.fifo' } } }) },
  {
    name: 'a rule has a FIFO queue of the app, which has a gotcha of its own',
    caught: false,
    app: (stack) => void nightlyRule(stack, { DeadLetterConfig: { Arn: resource(stack, 'DeadLetters', 'AWS::SQS::Queue', { FifoQueue: true }).getAtt('Arn') } }),
  },
  {
    name: 'a schedule has a standard queue',
    caught: false,
    app: (stack) => schedule(stack, { DeadLetterConfig: { Arn: resource(stack, 'DeadLetters', 'AWS::SQS::Queue', {}).getAtt('Arn') } }),
  },
  { name: 'another stack has the queue', caught: false, notChecked: true, app: rule({ DeadLetterConfig: { Arn: { 'Fn::ImportValue': 'dead-letters' } } }) },
  { name: 'a rule tries 3 times for an hour', caught: false, app: retry({ MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 }) },
  { name: 'a rule does not try again', caught: false, app: retry({ MaximumRetryAttempts: 0 }) },
  { name: 'a rule copies the tags of the task definition', caught: false, app: rule({}, { PropagateTags: 'TASK_DEFINITION' }) },
  { name: 'a pipe takes one message for a task', caught: false, app: pipe({ SqsQueueParameters: { BatchSize: 1 }, ...filter({ body: { kind: ['resize'] } }) }) },
  { name: 'a template has variables of the event', caught: false, app: transformer('{"containerOverrides":[{"name":"app","command":["<id>","<aws.events.rule-name>"]}]}') },
  { name: 'a state has a count', caught: false, app: (stack) => void workflow(stack) },
  { name: 'a parameter is the number of retries', caught: false, notChecked: true, app: (stack) => retry({ MaximumRetryAttempts: parameter(stack) })(stack) },
];
