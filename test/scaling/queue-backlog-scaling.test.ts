import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { ALARM, POLICY, scalingIn, TARGET, worker } from './scaled';
import { CpuTargetScaling, EcsWorkload, QueueBacklogScaling, type QueueBacklogScalingProps } from '../../src';
import { evaluateMath } from '../../src/simulation/evaluate-math';
import { scalingOf } from '../simulation/of-template';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, testStack, tokens } from '../support/stacks';

const DURATIONS = { acceptableLatency: Duration.minutes(3), averageProcessingTime: Duration.millis(400) };

function scaled(stack: Stack, props: Partial<QueueBacklogScalingProps> = {}): QueueBacklogScaling {
  return new QueueBacklogScaling(stack, 'Backlog', { service: worker(stack), queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS, ...props });
}

test.each(FLAG_SETS)('with $flags, scaling from zero synthesizes its recorded template', ({ context }) => {
  const stack = testStack(context);
  const { policy, alarm, wakePolicy, scalableTarget } = scaled(stack, { minCapacity: 0, maxCapacity: 40 });
  expect(scalingIn(stack)).toMatchSnapshot();
  for (const each of [policy, wakePolicy!]) expect(stack.resolve(each.scalingTargetId)).toEqual(stack.resolve(scalableTarget.ref));
  expect(alarm!.node.id).toBe('WakeAlarm');
});

test('one task at least is the default, without an alarm', () => {
  const stack = testStack();
  expect(scaled(stack).alarm).toBeUndefined();
  const template = Template.fromStack(stack);
  template.hasResourceProperties(TARGET, { MinCapacity: 1, MaxCapacity: 10 });
  template.resourceCountIs(ALARM, 0);
  template.hasResourceProperties(POLICY, {
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 450, ScaleOutCooldown: 60, ScaleInCooldown: 300 },
  });
});

test('the floor of another part counts, in both orders', () => {
  for (const isFirst of [true, false]) {
    const stack = testStack();
    const service = worker(stack);
    const backlog = () => new QueueBacklogScaling(stack, 'Backlog', { service, queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS });
    if (isFirst) backlog();
    new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 3 });
    if (!isFirst) backlog();
    Template.fromStack(stack).hasResourceProperties(TARGET, { MinCapacity: 3 });
  }
});

test('two queues of one service share one range', () => {
  const stack = testStack();
  const service = worker(stack);
  for (const id of ['One', 'Two']) new QueueBacklogScaling(stack, id, { service, queue: new sqs.Queue(stack, `${id}Queue`), ...DURATIONS, minCapacity: 0 });
  const template = Template.fromStack(stack);
  template.resourceCountIs(TARGET, 1);
  template.resourceCountIs(POLICY, 4);
});

test('a plain service scales on it too, with several messages at a time', () => {
  const stack = testStack();
  const service = EcsWorkload.fromService(worker(stack).service);
  new QueueBacklogScaling(stack, 'Backlog', { service, queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS, concurrency: 10 });
  Template.fromStack(stack).hasResourceProperties(POLICY, { TargetTrackingScalingPolicyConfiguration: { TargetValue: 4500 } });
});

test('wakes no more tasks than the range has, whatever part sets it', () => {
  const stack = testStack();
  const service = worker(stack);
  new QueueBacklogScaling(stack, 'Backlog', { service, queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS, minCapacity: 0 });
  new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 3 });
  Template.fromStack(stack).hasResourceProperties(POLICY, {
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: [
        { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 450, ScalingAdjustment: 1 },
        { MetricIntervalLowerBound: 450, MetricIntervalUpperBound: 900, ScalingAdjustment: 2 },
        { MetricIntervalLowerBound: 900, MetricIntervalUpperBound: Match.absent(), ScalingAdjustment: 3 },
      ],
    },
  });
});

describe('the messages per task', () => {
  const NONE = undefined;
  const MINUTES = [0, 60, 120, 180];

  type Values = ReadonlyArray<number | undefined>;

  function evaluated(samples: Values, visible: Values, inFlight: Values, isFast = false) {
    const stack = testStack();
    const service = worker(stack);
    const [acceptableLatency, averageProcessingTime] = [Duration.seconds(100), Duration.seconds(1)];
    new QueueBacklogScaling(stack, 'Backlog', { service, queue: new sqs.Queue(stack, 'Queue'), acceptableLatency, averageProcessingTime });
    // After the part: the expression is written last.
    if (isFast) new CpuTargetScaling(stack, 'Cpu', { service, highResolution: true });
    const policy = scalingOf(Template.fromStack(stack)).policies.find(({ name }) => name.startsWith('Backlog'))!;
    const series = Object.fromEntries(Object.entries({ samples, visible, inFlight }).map(([id, values]) =>
      [id, new Map(values.flatMap((value, index) => (value === undefined ? [] : [[MINUTES[index], value] as const])))]));
    const result = evaluateMath('expression' in policy ? policy.expression : '', series, { seconds: MINUTES });
    return MINUTES.map((minute) => result.get(minute));
  }

  test('are none until the queue and the service have reported the minute', () => {
    expect(evaluated([4, 4, NONE, 4], [396, 800, 800, NONE], [4, 4, 4, NONE])).toEqual([100, 201, NONE, NONE]);
  });

  test('are none while no task runs', () => {
    expect(evaluated([NONE, NONE, NONE, NONE], [5, 5, 5, 5], [0, 0, 0, 0])).toEqual([NONE, NONE, NONE, NONE]);
  });

  test('are near the target as long as the tasks at work need all but one', () => {
    expect(evaluated([4, 4, 4, 1], [0, 0, 0, 0], [4, 3, 2, 0])).toEqual([95, 95, 0.5, 0]);
  });

  test('are the same where ECS measures three times a minute', () => {
    expect(evaluated([12, 12, NONE, 3], [396, 800, 800, 50], [4, 4, 4, 0], true)).toEqual([100, 201, NONE, 50]);
  });
});

test.each<[string, Partial<QueueBacklogScalingProps>, string]>([
  ['a message that takes longer than it may wait', { averageProcessingTime: Duration.minutes(4) }, 'averageProcessingTime is 240 seconds, more than acceptableLatency, which is 180 seconds'],
  ['no time at all', { averageProcessingTime: Duration.seconds(0) }, 'averageProcessingTime is 0 seconds, it must be above 0'],
  ['no latency', { acceptableLatency: Duration.seconds(0) }, 'acceptableLatency is 0 seconds, it must be above 0'],
  ['half a message', { concurrency: 0.5 }, 'concurrency is 0.5 messages, it must be a whole number from 1 to 120000 messages'],
  ['a range upside down', { minCapacity: 5, maxCapacity: 2 }, 'minCapacity is 5, more than maxCapacity, which is 2'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const [service, queue] = [worker(stack), new sqs.Queue(stack, 'Queue')];
  expect(refusalOf(stack, 'Backlog', (scope, id) => new QueueBacklogScaling(scope, id, { service, queue, ...DURATIONS, ...props }))).toContain(words);
});

test('fails for tokens that the target is reckoned from', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const [service, queue] = [worker(stack), new sqs.Queue(stack, 'Queue')];
  const refused = (props: Partial<QueueBacklogScalingProps>) => refusalOf(stack, 'Backlog', (scope, id) => new QueueBacklogScaling(scope, id, { service, queue, ...DURATIONS, ...props }));
  expect(refused({ acceptableLatency: Duration.seconds(number) })).toContain('acceptableLatency is a token, it must be known at synthesis');
  expect(refused({ concurrency: number })).toContain('concurrency is a token, it must be known at synthesis');
});

test('tokens of the range pass, and wake as many tasks as steps allow', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  scaled(stack, { minCapacity: 0, maxCapacity: number });
  const policies = Object.values(Template.fromStack(stack).findResources(POLICY));
  const steps = policies.find(({ Properties }) => Properties.PolicyType === 'StepScaling')!.Properties.StepScalingPolicyConfiguration.StepAdjustments;
  expect(steps).toHaveLength(20);
  expect(steps.at(-1)).toMatchObject({ ScalingAdjustment: 20 });
});

test('a minimum of 0 that another part brings later is refused, as there is no alarm', () => {
  const stack = testStack();
  const service = worker(stack);
  new QueueBacklogScaling(stack, 'Backlog', { service, queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS });
  new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 0 });
  expect(() => Template.fromStack(stack)).toThrow(/minCapacity \(0\) is set on another scaling part.*\[scl-zero-cannot-return\]/s);
});

test('a service of the CDK is refused in words', () => {
  const stack = testStack();
  const own = worker(stack);
  expect(() => new QueueBacklogScaling(stack, 'Backlog', { service: own.service as never, queue: new sqs.Queue(stack, 'Queue'), ...DURATIONS }))
    .toThrow('EcsWorkload.fromService(service)');
  expect(() => new QueueBacklogScaling(stack, 'Backlog', { service: own, ...DURATIONS } as never)).toThrow('queue is left out');
});
