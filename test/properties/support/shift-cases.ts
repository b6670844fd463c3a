import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import type { Breakage } from './refuses';
import { options } from './scalars';
import { Deployment, DeploymentHook, TestTraffic } from '../../../src';

interface HookCase {
  /** The stage. */
  readonly kind: keyof typeof ecs.DeploymentLifecycleStage;
  readonly handler?: boolean;
  readonly minutes?: number;
}

/** A deployment that moves traffic, in plain data; times in minutes, alarms by name. */
export interface ShiftCase {
  readonly kind: 'blueGreen' | 'linear' | 'canary';
  readonly bakeMinutes?: number;
  readonly percent?: number;
  readonly stepMinutes?: number;
  readonly header?: { readonly name: string; readonly values: string[] };
  /** The port of test traffic, where no header marks it. */
  readonly port?: number;
  readonly hooks?: readonly HookCase[];
  readonly alarms?: readonly string[];
}

/** With stages that every such deployment has, and that ECS can pause at. */
const hook: fc.Arbitrary<HookCase> = fc.record({
  kind: fc.constantFrom('RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_PRODUCTION_TRAFFIC_SHIFT'),
  handler: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 1440 }),
}, { requiredKeys: ['kind'] });

interface ShiftOptions {
  bakeMinutes: number;
  header: { name: string; values: string[] };
  hooks: HookCase[];
  alarms: string[];
}

const shared = options<ShiftOptions>({
  bakeMinutes: fc.integer({ min: 0, max: 500 }),
  header: fc.record({ name: fc.stringMatching(/^X-[A-Za-z]{1,20}$/), values: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,20}$/), { minLength: 1, maxLength: 4 }) }),
  hooks: fc.array(hook, { maxLength: 2 }),
  alarms: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { maxLength: 2 }),
});

const tenths = (least: number) => fc.integer({ min: least * 10, max: 1000 }).map((number) => number / 10);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, none longer than 33 hours */
export const shiftCases: fc.Arbitrary<ShiftCase> = fc.oneof(
  shared.map((more) => ({ kind: 'blueGreen' as const, ...more })),
  fc.tuple(shared, options({ percent: tenths(3), stepMinutes: fc.integer({ min: 0, max: 40 }) })).map(([more, steps]) => ({ kind: 'linear' as const, ...more, ...steps })),
  fc.tuple(shared, options({ percent: tenths(0.1), stepMinutes: fc.integer({ min: 0, max: 1440 }) })).map(([more, steps]) => ({ kind: 'canary' as const, ...more, ...steps })),
);

/** As a user would write it. */
export function shifting(given: Construct, one: ShiftCase): Deployment {
  const minutes = (value: number | undefined) => (value === undefined ? undefined : Duration.minutes(value));
  const more = {
    bakeTime: minutes(one.bakeMinutes),
    testTraffic: testTrafficOf(one),
    hooks: one.hooks?.map(({ kind, handler, minutes: timeout }, index) => {
      const waits = { stages: [ecs.DeploymentLifecycleStage[kind]], timeout: minutes(timeout) };
      return handler
        ? DeploymentHook.lambda(lambda.Function.fromFunctionArn(given, `Hook${index}`, 'arn:aws:lambda:eu-west-1:111122223333:function:check'), waits)
        : DeploymentHook.pause(waits);
    }),
    alarms: one.alarms?.map((name, index) => cloudwatch.Alarm.fromAlarmName(given, `Alarm${index}`, name)),
  };
  switch (one.kind) {
    case 'blueGreen': return Deployment.blueGreen(more);
    case 'linear': return Deployment.linear({ ...more, stepPercent: one.percent, stepBakeTime: minutes(one.stepMinutes) });
    case 'canary': return Deployment.canary({ ...more, canaryPercent: one.percent, canaryBakeTime: minutes(one.stepMinutes) });
  }
}

function testTrafficOf({ header, port }: ShiftCase): TestTraffic | undefined {
  if (header) return TestTraffic.withHeader(header.name, header.values);
  return port === undefined ? undefined : TestTraffic.onPort(port);
}

function sets(change: fc.Arbitrary<Partial<ShiftCase>>, ...says: string[]): Breakage<ShiftCase> {
  return (valid) => change.map((broken) => ({ rule: says.join(', '), one: { ...valid, ...broken }, says }));
}

export const BROKEN_SHIFT: readonly Breakage<ShiftCase>[] = [
  sets(fc.record({ bakeMinutes: fc.constantFrom(1441, 2880, 1.5) }), 'deployment.bakeTime'),
  sets(fc.record({ kind: fc.constant('linear' as const), percent: fc.constantFrom(0, 2.9, 100.1, 33.33) }), 'deployment.stepPercent'),
  sets(fc.record({ kind: fc.constant('canary' as const), percent: fc.constantFrom(-1, 0, 100.1, 0.05) }), 'deployment.canaryPercent'),
  sets(fc.record({ kind: fc.constant('linear' as const), percent: fc.constant(3), stepMinutes: fc.constantFrom(61, 1440) }), 'deployment.stepBakeTime', '33 hours'),
  sets(fc.record({ header: fc.constantFrom({ name: 'no name', values: ['x'] }, { name: 'X', values: [] }) }), 'deployment.testTraffic'),
  sets(fc.record({ hooks: fc.constant([{ kind: 'PRODUCTION_TRAFFIC_SHIFT' as const }]) }), 'pauses at PRODUCTION_TRAFFIC_SHIFT'),
  sets(fc.record({ hooks: fc.constantFrom([{ kind: 'POST_SCALE_UP' as const, minutes: 0 }], [{ kind: 'POST_SCALE_UP' as const, minutes: 20161 }]) }), 'deployment.hooks'),
];
