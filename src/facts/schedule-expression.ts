const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const CRON = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/;
const AT = /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/;
const SECONDS: { readonly [unit: string]: number } = { minute: 60, hour: 3600, day: 86400 };

/** Error of a schedule expression of EventBridge; `undefined` if it is valid. */
export function scheduleFault(expression: string): string | undefined {
  const rate = RATE.exec(expression);
  if (rate) return Number(rate[1]) > 0 ? undefined : 'has a rate of 0';
  const cron = CRON.exec(expression);
  if (cron) return [cron[3], cron[5]].filter((field) => field === '?').length === 1 ? undefined : 'must have ? as the day of the month or as the day of the week, and not as both';
  return AT.test(expression) ? undefined : 'must be rate(value minutes|hours|days), cron(with six fields) or at(yyyy-mm-ddThh:mm:ss)';
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
