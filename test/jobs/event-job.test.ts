import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { EventJob, OneOffTask, type EventJobProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, testCluster, testStack } from '../support/stacks';
import { definitionIn } from '../support/step-functions';

const eventPattern: events.EventPattern = { source: ['aws.s3'], detailType: ['Object Created'] };

function job(stack: Stack, props: Partial<EventJobProps> = { eventPattern }): EventJob {
  const task = new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE });
  return new EventJob(stack, 'Job', { task, timeout: Duration.minutes(30), ...props });
}

test.each(FLAG_SETS)('synthesizes its recorded template, with $flags', ({ context }) => {
  const stack = testStack(context);
  job(stack, { eventPattern, environmentFromEvent: { KEY: '$.detail.object.key' } });
  const template = Template.fromStack(stack).toJSON();
  for (const id of Object.keys(template.Resources)) if (id.startsWith('Task')) delete template.Resources[id];
  expect(template).toMatchSnapshot();
});

test('the rule hands over the event under its id, and has a queue for dead letters', () => {
  const stack = testStack();
  const { rule, pipe, deadLetterQueue } = job(stack);
  expect([rule, pipe, deadLetterQueue]).toEqual([expect.anything(), undefined, expect.anything()]);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { 'source': ['aws.s3'], 'detail-type': ['Object Created'] },
    Targets: [Match.objectLike({
      Arn: { Ref: Match.stringLikeRegexp('^JobStateMachine') },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^JobDeadLetters'), 'Arn'] } },
      InputTransformer: { InputPathsMap: { id: '$.id' }, InputTemplate: '{"delivery":{"id":<id>,"event":<aws.events.event.json>}}' },
    })],
  });
});

test('listens to a bus of its own', () => {
  const stack = testStack();
  job(stack, { eventPattern, eventBus: events.EventBus.fromEventBusName(stack, 'Bus', 'orders') });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', { EventBusName: 'orders' });
});

test('works through a queue, a run for each message', () => {
  const stack = testStack();
  const { rule, pipe, deadLetterQueue } = job(stack, { queue: new sqs.Queue(stack, 'Orders') });
  expect([rule, pipe, deadLetterQueue]).toEqual([undefined, expect.anything(), expect.anything()]);
  Template.fromStack(stack).hasResourceProperties('AWS::Pipes::Pipe', {
    Source: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Orders'), 'Arn'] },
    SourceParameters: { SqsQueueParameters: { BatchSize: 1 } },
    TargetParameters: {
      StepFunctionStateMachineParameters: { InvocationType: 'FIRE_AND_FORGET' },
      InputTemplate: '{"delivery":{"id":<$.messageId>,"event":{"messageId":<$.messageId>,"body":<$.body>}}}',
    },
  });
  expect(definitionIn(stack).States.StartOnce.Parameters['Name.$']).toBe('$[0].delivery.id');
});

test.each<[string, (stack: Stack) => Partial<EventJobProps>, string]>([
  ['an event', () => ({ eventPattern }), '$$.Execution.Input.delivery.event'],
  ['a message', (stack) => ({ queue: new sqs.Queue(stack, 'Orders') }), '$$.Execution.Input[0].delivery.event'],
])('%s whose run cannot be started goes to the dead-letter queue', (_, props, event) => {
  const stack = testStack();
  const { deadLetterQueue } = job(stack, props(stack));
  expect(definitionIn(stack).States.DeadLetter.Parameters['MessageBody.$']).toBe(event);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([Match.objectLike({
        Action: Match.arrayWith(['sqs:SendMessage']), Resource: stack.resolve(deadLetterQueue.queueArn),
      })]),
    },
    PolicyName: Match.stringLikeRegexp('^JobRoleDefaultPolicy'),
  });
});

test('may start itself, which it asks for in a policy that its role does not wait for', () => {
  const stack = testStack();
  job(stack);
  const template = Template.fromStack(stack);
  const [id] = Object.keys(template.findResources('AWS::IAM::Policy')).filter((one) => one.startsWith('JobStartItself'));
  template.hasResource('AWS::Events::Rule', { DependsOn: Match.arrayWith([id]) });
  const [{ DependsOn }] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  expect(DependsOn).not.toContain(id);
});

test('a failure is a message to the topic', () => {
  const stack = testStack();
  expect(job(stack, { eventPattern, onFailure: new sns.Topic(stack, 'Topic') }).failureRule).toBeDefined();
});

const queue = (stack: Stack) => sqs.Queue.fromQueueArn(stack, `Given${stack.node.children.length}`, 'arn:aws:sqs:eu-west-1:111122223333:given');

test.each<[string, (stack: Stack) => Partial<EventJobProps>, string]>([
  ['neither source', () => ({}), 'neither of eventPattern and queue'],
  ['both sources', (stack) => ({ eventPattern, queue: queue(stack) }), 'both of eventPattern and queue'],
  ['an empty pattern', () => ({ eventPattern: {} }), 'eventPattern is empty'],
  ['a bus beside a queue', (stack) => ({ queue: queue(stack), eventBus: events.EventBus.fromEventBusName(stack, 'Bus', 'orders') }), 'eventBus is set beside queue'],
  ['dead letters in the queue of the job', (stack) => { const one = queue(stack); return { queue: one, deadLetterQueue: one }; }, 'deadLetterQueue is the queue of the job'],
  ['dead letters in a FIFO queue', (stack) => ({ eventPattern, deadLetterQueue: new sqs.Queue(stack, 'Fifo', { fifo: true }) }), 'deadLetterQueue is a FIFO queue'],
  ['a path that is none', () => ({ eventPattern, environmentFromEvent: { KEY: 'detail.key' } }), "environmentFromEvent.KEY is 'detail.key'"],
  ['a path to many values', () => ({ eventPattern, environmentFromEvent: { KEY: '$.detail.*' } }), 'JSONPath of one value'],
  ['a variable twice', () => ({ eventPattern, environment: { KEY: 'a' }, environmentFromEvent: { KEY: '$.id' } }), 'is in environment too'],
  ['a field of a rule', () => ({ eventPattern, environment: { KEY: events.EventField.eventId } }), "JsonPath.stringAt('$.id')"],
  ['a long timeout', () => ({ eventPattern, timeout: Duration.days(400) }), 'timeout'],
])('refuses %s', (_, props, words) => {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE });

  const given = props(stack);
  expect(refusalOf(stack, 'Job', (scope, id) => new EventJob(scope, id, { task, timeout: Duration.minutes(5), ...given }))).toContain(words);
});
