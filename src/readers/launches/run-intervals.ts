import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { secondsBetweenRuns, type ScheduleFacts } from '../../facts/schedule-expression';

const MACHINE = 'AWS::StepFunctions::StateMachine';
const RULE = 'AWS::Events::Rule';
const SCHEDULE = 'AWS::Scheduler::Schedule';

/** The time between two executions of a state machine that schedules of the app start; `undefined`: none does, or not at plain intervals. */
export function readSecondsBetweenRuns(machine: Resource): Fact<number | undefined> {
  return intervals(machine.template.app).get(machine);
}

/** Schedules of a rule or of a schedule of EventBridge; none of a rule for events. */
export function schedulesOf({ type, properties }: Resource): readonly ScheduleFacts[] {
  const expression = properties.get('ScheduleExpression').text();
  if (expression === undefined) return [];
  if (type === SCHEDULE) return [{ dialect: 'scheduler', expression, timeZone: properties.get('ScheduleExpressionTimezone').text(), onDefaultBus: true, ...readSpan(properties) }];
  return [{ dialect: 'rule', expression, timeZone: undefined, onDefaultBus: isDefaultBus(properties.get('EventBusName')) }];
}

function readSpan(schedule: Value): Pick<ScheduleFacts, 'start' | 'end' | 'window'> {
  const window = schedule.get('FlexibleTimeWindow');
  const mode = window.get('Mode').text();
  return {
    start: schedule.get('StartDate').text(),
    end: schedule.get('EndDate').text(),
    window: { isFlexible: mode instanceof Unknown ? mode : mode === 'FLEXIBLE', minutes: window.get('MaximumWindowInMinutes').number() },
  };
}

/** Schedules of the app that start executions of a state machine. */
export function schedulesOfMachine(machine: Resource): readonly ScheduleFacts[] {
  return (startersOf(machine.template.app).get(machine) ?? []).flatMap(schedulesOf);
}

function isDefaultBus(bus: Value): Fact<boolean> {
  if (resourceIn(bus, 'AWS::Events::EventBus')) return false;
  const name = bus.text();
  return name instanceof Unknown ? name : name === undefined || /(^|\/)default$/.test(name);
}

const startersOf = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const starter of app.ofType(RULE, SCHEDULE)) {
    const targets = starter.type === RULE ? starter.properties.get('Targets').items() : [starter.properties.get('Target')];
    for (const target of targets instanceof Unknown ? [] : targets) {
      const machine = resourceIn(target.get('Arn'), MACHINE);
      if (machine) pushTo(found, machine, starter);
    }
  }
  return found;
});

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
