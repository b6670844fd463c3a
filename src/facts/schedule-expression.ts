import { cronFault } from './cron-fields';
import type { Fact } from './fact';

/** Service that reads a schedule: rules of EventBridge, EventBridge Scheduler, Application Auto Scaling, or EC2 Auto Scaling. */
export type ScheduleDialect = 'rule' | 'scheduler' | 'scaling' | 'group';

/** A schedule of the app. */
export interface ScheduleFacts {
  readonly dialect: ScheduleDialect;
  readonly expression: Fact<string>;
  /** `undefined`: UTC. */
  readonly timeZone: Fact<string | undefined>;
  /** A rule is on the default event bus, the only one with schedules. */
  readonly onDefaultBus: Fact<boolean>;
  /** Its first and its last time, as in `2026-11-01T00:00:00Z`; `undefined`: it has no end of its own. */
  readonly start?: Fact<string | undefined>;
  readonly end?: Fact<string | undefined>;
  /** Time window of EventBridge Scheduler. */
  readonly window?: ScheduleWindowFacts;
}

/** The time within which EventBridge Scheduler starts a target. */
export interface ScheduleWindowFacts {
  readonly isFlexible: Fact<boolean>;
  readonly minutes: Fact<number | undefined>;
}

const RATE = /^rate\((\d+) (minute|hour|day)(s?)\)$/;
const CRON = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/;
const AT = /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/;
const SECONDS: { readonly [unit: string]: number } = { minute: 60, hour: 3600, day: 86400 };

/** Error of a schedule expression of EventBridge; `undefined` if it is valid. */
export function scheduleFault(expression: string, dialect: ScheduleDialect = 'scheduler'): string | undefined {
  if (dialect === 'group') return groupFault(expression);
  const rate = RATE.exec(expression);
  if (rate) return rateFault(rate, dialect);
  const cron = CRON.exec(expression);
  if (cron) return cronFault(cron.slice(1), 'eventbridge');
  if (AT.test(expression)) return dialect === 'rule' ? 'must be rate(…) or cron(…): only EventBridge Scheduler takes at(…)' : undefined;
  const forms = dialect === 'rule' ? '' : ' or at(yyyy-mm-ddThh:mm:ss)';
  return `must be rate(value minutes|hours|days)${dialect === 'rule' ? ' or' : ','} cron(with six fields)${forms}`;
}

/** Rules take the singular for 1 and the plural for more. */
function rateFault([, value, unit, plural]: RegExpExecArray, dialect: ScheduleDialect): string | undefined {
  if (Number(value) === 0) return 'has a rate of 0';
  const isPlural = Number(value) > 1;
  if (dialect !== 'rule' || isPlural === (plural === 's')) return undefined;
  return `must be rate(${value} ${unit}${isPlural ? 's' : ''}), with the unit in the ${isPlural ? 'plural' : 'singular'}`;
}

/** EC2 Auto Scaling takes the five fields of Unix, without a function around them. */
function groupFault(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/);
  if (/^(cron|rate|at)\(/.test(expression)) return 'must be the five fields of cron of Unix, without cron(…) around them';
  if (fields.length === 1 && fields[0].startsWith('@')) return undefined;
  return fields.length === 5 ? cronFault(fields, 'unix') : 'must have five fields';
}

/** The shortest time between two runs in seconds, as far as the expression shows it plainly. */
export function secondsBetweenRuns(expression: string): number | undefined {
  const rate = RATE.exec(expression);
  if (rate) return Number(rate[1]) * SECONDS[rate[2]];
  const cron = CRON.exec(expression);
  if (!cron) return undefined;
  return cron[1] === '*' ? SECONDS.minute : secondsOfStep(cron[1], 60, SECONDS.minute) ?? secondsOfHours(cron);
}

/** A step of minutes or hours: the steps that don't divide the whole have one that is shorter. */
function secondsOfStep(field: string, whole: number, unit: number): number | undefined {
  const step = Number(/^(?:0|\*)\/(\d+)$/.exec(field)?.[1]);
  if (!(step > 0)) return undefined;
  return step < whole ? (whole % step || step) * unit : undefined;
}

function secondsOfHours([, minutes, hours, dayOfMonth, month, dayOfWeek]: RegExpExecArray): number | undefined {
  if (!/^\d+$/.test(minutes)) return undefined;
  if (hours === '*') return SECONDS.hour;
  const isDaily = /^\d+$/.test(hours) && month === '*' && [dayOfMonth, dayOfWeek].every((field) => field === '?' || field === '*');
  return isDaily ? SECONDS.day : secondsOfStep(hours, 24, SECONDS.hour);
}
