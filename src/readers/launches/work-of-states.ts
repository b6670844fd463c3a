import type { RunTask, RunTasks } from './state-machines';
import type { Value } from '../../cloudformation/value';
import { orDefault } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** Errors of a task that began. */
const OF_WORK = ['States.ALL', 'States.TaskFailed', 'States.Timeout'];
/** Default of Step Functions for a retrier without `MaxAttempts`. */
const MAX_ATTEMPTS = 3;
/** States that keep runs apart: a write with a condition, or a check of other executions. */
const GUARD = /ConditionExpression|listExecutions|describeExecution|ListExecutions/;

/** The time after which a task that a state waits for is stopped; `undefined`: never. */
export function readTimeout({ state }: RunTask, { definition }: RunTasks): Fact<number | undefined> {
  if (state.get('TimeoutSecondsPath').isSet() !== false) return new Unknown('the input of the state decides it');
  const own = [state.get('TimeoutSeconds'), state.get('HeartbeatSeconds'), definition.get('TimeoutSeconds')].map((value) => value.number());
  const known = own.filter((seconds): seconds is number => typeof seconds === 'number');
  return known.length > 0 ? Math.min(...known) : own.find((seconds) => seconds instanceof Unknown);
}

/** The number of times that a state repeats work that failed. */
export function readWorkRetries({ state }: RunTask): Fact<number> {
  const retriers = state.get('Retry').items();
  if (retriers instanceof Unknown) return retriers;
  const attempts = retriers.filter(isOfWork).map((retrier) => orDefault(retrier.get('MaxAttempts').number(), MAX_ATTEMPTS));
  return attempts.find((number) => number instanceof Unknown) ?? (attempts as readonly number[]).reduce((sum, number) => sum + number, 0);
}

function isOfWork(retrier: Value): boolean {
  const errors = retrier.get('ErrorEquals').items();
  return !(errors instanceof Unknown) && errors.some((error) => OF_WORK.includes(error.text() as string));
}

export function mayBeGuarded({ definition }: RunTasks): boolean {
  return GUARD.test(JSON.stringify(definition.json) ?? '');
}
