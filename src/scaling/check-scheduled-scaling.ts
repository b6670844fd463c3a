import { Token } from 'aws-cdk-lib/core';
import { BOUNDS, type Bound } from './range-claims';
import type { ScheduledScalingAction, ScheduledScalingProps } from './scheduled-scaling';
import { checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkKind } from '../checks/check-kind';
import { isOpen } from '../checks/open-value';
import { scheduleFault } from '../facts/schedule-expression';
import { refuse, type GotchaMessage } from '../gotchas/message';
import { sclMinAboveMax } from '../gotchas/scl/scl-min-above-max';

const DOCS = 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html';
const MOST_ACTIONS = 200;

export type Bounds = Readonly<Partial<Record<Bound, number>>>;

/** Throws for actions that can't be right, as far as the range that they change is known by now. */
export function checkActions(at: string, { actions, minCapacity, maxCapacity }: ScheduledScalingProps, set: Bounds): void {
  if (actions.length === 0 || actions.length > MOST_ACTIONS) {
    refuse({ headline: `actions has ${actions.length}, it must have 1 to ${MOST_ACTIONS}`, at, property: 'actions', fix: 'add the changes of the range', docs: DOCS });
  }
  actions.forEach((action, index) => {
    checkAction(at, index, action);
    checkKind(at, `actions[${index}].schedule`, action.schedule, 'expressionString', "a Schedule: Schedule.cron({ hour: '7', minute: '0' })");
    if (!('_bind' in action.schedule)) refuseSchedule(at, index);
    checkExpression(at, index, action.schedule.expressionString);
    for (const bound of BOUNDS) checkWholeNumber(at, `actions[${index}].${bound}`, action[bound], { min: 0, max: MAX_INT, unit: 'tasks', docs: DOCS });
    if (action.minCapacity === undefined && action.maxCapacity === undefined) {
      refuse({ headline: `actions[${index}] changes neither minCapacity nor maxCapacity`, at, property: `actions[${index}]`, fix: 'set at least one of the two', docs: DOCS });
    }
  });
  const fault = rangeAfterActions(at, { minCapacity: minCapacity ?? set.minCapacity, maxCapacity: maxCapacity ?? set.maxCapacity }, actions);
  if (fault) refuse(fault);
}

function checkAction(at: string, index: number, action: ScheduledScalingAction): void {
  if (typeof action === 'object' && action.schedule !== undefined) return;
  const property = `actions[${index}].schedule`;
  refuse({ headline: `${property} is left out, it is required`, at, property, fix: "pass the time of the change: Schedule.cron({ hour: '7', minute: '0' })", docs: DOCS });
}

function refuseSchedule(at: string, index: number): never {
  const property = `actions[${index}].schedule`;
  return refuse({
    headline: `${property} is a schedule of another service`, at, property, fix: 'use the Schedule of aws-applicationautoscaling, and timeZone beside it', docs: DOCS,
  });
}

function checkExpression(at: string, index: number, expression: string): void {
  const fault = isOpen(expression) ? undefined : scheduleFault(expression, 'scaling');
  if (!fault) return;
  refuse({
    headline: `actions[${index}].schedule (${expression}) ${fault}`, at, property: `actions[${index}].schedule`, fix: 'use Schedule.cron, rate or at', docs: DOCS,
  });
}

/** Errors of the range that the actions result in, in any order. */
export function rangeAfterActions(at: string, start: Bounds, actions: readonly ScheduledScalingAction[]): GotchaMessage | undefined {
  const seen = new Map<string, Bounds>();
  const open = [start];
  while (open.length > 0) {
    const bounds = open.pop()!;
    for (const [index, { minCapacity = bounds.minCapacity, maxCapacity = bounds.maxCapacity }] of actions.entries()) {
      if (isUpsideDown(minCapacity, maxCapacity)) return upsideDown(at, index, minCapacity!, maxCapacity!);
      const next = { minCapacity, maxCapacity };
      const key = `${String(minCapacity)} ${String(maxCapacity)}`;
      if (!seen.has(key)) open.push(next);
      seen.set(key, next);
    }
  }
  return undefined;
}

function isUpsideDown(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined && max !== undefined && !Token.isUnresolved(min) && !Token.isUnresolved(max) && min > max;
}

function upsideDown(at: string, index: number, min: number, max: number): GotchaMessage {
  return {
    headline: `actions[${index}] leaves minCapacity at ${min}, above maxCapacity, which is ${max} then`,
    gotcha: sclMinAboveMax,
    at,
    property: `actions[${index}]`,
    fix: 'set minCapacity and maxCapacity in the same action',
    docs: DOCS,
  };
}
