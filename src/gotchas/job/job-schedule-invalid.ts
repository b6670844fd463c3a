import { known } from '../../facts/fact';
import { scheduleFault, type ScheduleDialect, type ScheduleFacts } from '../../facts/schedule-expression';
import { all, defineGotcha, each, type Result } from '../definition';
import { isTimeZone } from './time-zones';

const SOURCES: Readonly<Record<ScheduleDialect, string>> = {
  rule: 'a rule of EventBridge', scheduler: 'EventBridge Scheduler', scaling: 'Application Auto Scaling', group: 'EC2 Auto Scaling',
};
const MOST_WINDOW = 1440;
const FIX = 'write rate(5 minutes), or cron(minutes hours day-of-month month day-of-week year) with ? as one of the two days';

export const jobScheduleInvalid = defineGotcha({
  id: 'job-schedule-invalid',
  title: 'A schedule that its service can\'t read',
  consequence: 'rejected',
  symptom: '`Parameter ScheduleExpression is not valid`, or a `ValidationException` about the schedule or its time zone, when the stack is deployed.',
  why: 'EventBridge and Application Auto Scaling read cron expressions of six fields in which one of the two days is `?`, and Sunday is 1. EC2 Auto Scaling reads the five fields of Unix. '
    + 'Rules of EventBridge have UTC only, take `rate(1 minute)` and `rate(5 minutes)` and no `at(…)`, and have schedules on the default event bus alone. Time zones are names of the IANA database.',
  rule: 'The schedule of a task, of a scheduled action or of an Auto Scaling group is in the form of its service, each field is in its range, the time zone is a name of the IANA database, and a rule with a schedule is on the default event bus. '
    + `A schedule ends after it starts, and a flexible time window has from 1 to ${MOST_WINDOW} minutes.`,
  fix: FIX,
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob` and `ScheduledScaling` take a `ScheduleExpression`, a `Schedule` and a `TimeZone`, and read the expression before anything is deployed.',
  subject: 'taskLaunch',
  alsoOn: ['scalableTarget', 'capacity'],
  needs: ['schedules'],
  check: ({ schedules }) => each(schedules, (schedule) => (
    all(() => expression(schedule), () => zone(schedule), () => bus(schedule), () => span(schedule), () => flexible(schedule)))),
});

function expression({ expression: text, dialect }: ScheduleFacts): readonly Result[] {
  const fault = scheduleFault(known(text), dialect);
  if (fault === undefined) return [];
  const fix = dialect === 'group' ? 'write the five fields of cron of Unix, as in 0 8 * * 1-5' : FIX;
  return [{ property: 'schedule', detail: `schedule (${known(text)}) ${fault}, for ${SOURCES[dialect]}`, fix }];
}

function zone({ timeZone }: ScheduleFacts): readonly Result[] {
  const name = known(timeZone);
  if (name === undefined || isTimeZone(name)) return [];
  return [{ property: 'timeZone', detail: `timeZone (${name}) is no name of the IANA database`, fix: 'use a name like Europe/Berlin or Etc/UTC' }];
}

function bus({ onDefaultBus }: ScheduleFacts): readonly Result[] {
  return known(onDefaultBus) ? [] : [{
    property: 'eventBusName',
    detail: 'eventBusName (a custom event bus) has no rules with a schedule',
    fix: 'leave eventBusName out, or use a schedule of EventBridge Scheduler',
  }];
}

function span({ start, end }: ScheduleFacts): readonly Result[] {
  const [first, last] = [known(start), known(end)];
  if (first === undefined || last === undefined || !(Date.parse(last) <= Date.parse(first))) return [];
  return [{ property: 'end', detail: `end (${last}) is not after the start, ${first}`, fix: 'set an end after the start, or leave it out' }];
}

function flexible({ window }: ScheduleFacts): readonly Result[] {
  if (!window || !known(window.isFlexible)) return [];
  const minutes = known(window.minutes);
  if (minutes !== undefined && minutes >= 1 && minutes <= MOST_WINDOW) return [];
  return [{
    property: 'flexibleTimeWindow',
    detail: `flexibleTimeWindow (${minutes === undefined ? 'no length' : `${minutes} minutes`}) has to be from 1 to ${MOST_WINDOW} minutes`,
    fix: 'set MaximumWindowInMinutes, or Mode to OFF',
  }];
}
