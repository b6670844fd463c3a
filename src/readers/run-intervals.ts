import type { App } from '../cloudformation/app';
import { memoize } from '../cloudformation/memoize';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { resourceIn } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import { secondsBetweenRuns } from '../facts/schedule-expression';

const MACHINE = 'AWS::StepFunctions::StateMachine';

/** The time between two executions of a state machine that schedules of the app start; `undefined`: none does, or not at plain intervals. */
export function readSecondsBetweenRuns(machine: Resource): Fact<number | undefined> {
  return intervals(machine.template.app).get(machine);
}

const intervals = memoize((app: App) => {
  const found = new Map<Resource, Fact<number | undefined>>();
  const add = (expression: Value, targets: readonly Value[]): void => {
    const text = expression.text();
    if (text === undefined) return;
    const seconds = text instanceof Unknown ? text : secondsBetweenRuns(text);
    for (const target of targets) {
      const machine = resourceIn(target.get('Arn'), MACHINE);
      if (machine) found.set(machine, shorter(found.get(machine), seconds));
    }
  };
  for (const { properties } of app.ofType('AWS::Events::Rule')) {
    const targets = properties.get('Targets').items();
    if (!(targets instanceof Unknown)) add(properties.get('ScheduleExpression'), targets);
  }
  for (const { properties } of app.ofType('AWS::Scheduler::Schedule')) add(properties.get('ScheduleExpression'), [properties.get('Target')]);
  return found;
});

function shorter(one: Fact<number | undefined>, other: Fact<number | undefined>): Fact<number | undefined> {
  if (one === undefined || one instanceof Unknown) return other ?? one;
  return typeof other === 'number' ? Math.min(one, other) : one;
}
