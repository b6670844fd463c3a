import { scheduleFault, type ScheduleDialect } from '../../src/facts/schedule-expression';

test.each<[ScheduleDialect, string]>([
  ['rule', 'rate(1 minute)'],
  ['rule', 'rate(2 hours)'],
  ['rule', 'cron(0/15 8-17 ? JAN-JUN 6L 2026-2030)'],
  ['rule', 'cron(59 23 31 12 ? 2199)'],
  ['rule', 'cron(0 0 LW * ? *)'],
  ['rule', 'cron(0 0 15W * ? *)'],
  ['rule', 'cron(0,30 3 ? * MON#2 *)'],
  ['scheduler', 'rate(5 minute)'],
  ['scheduler', 'at(2030-01-01T00:00:00)'],
  ['scaling', 'cron(0 8 ? * mon-fri *)'],
  ['group', '0 8 * * 0-7'],
  ['group', '@hourly'],
])('%s reads %s', (dialect, expression) => expect(scheduleFault(expression, dialect)).toBeUndefined());

test.each<[ScheduleDialect, string, string]>([
  ['rule', 'rate(0 minutes)', 'has a rate of 0'],
  ['rule', 'rate(1 minutes)', 'must be rate(1 minute), with the unit in the singular'],
  ['rule', 'rate(5 minute)', 'must be rate(5 minutes), with the unit in the plural'],
  ['rule', 'at(2030-01-01T00:00:00)', 'must be rate(…) or cron(…): only EventBridge Scheduler takes at(…)'],
  ['rule', 'every day', 'must be rate(value minutes|hours|days) or cron(with six fields)'],
  ['scheduler', 'cron(0 3 * * *)', 'must be rate(value minutes|hours|days), cron(with six fields) or at(yyyy-mm-ddThh:mm:ss)'],
  ['rule', 'cron(0 3 * * * *)', 'must have ? as the day of the month or as the day of the week, and not as both'],
  ['rule', 'cron(0 3 ? * ? *)', 'must have ? as the day of the month or as the day of the week, and not as both'],
  ['rule', 'cron(? 3 * * ? *)', 'must not have ? as the minutes'],
  ['rule', 'cron(60 3 * * ? *)', 'must have 0 to 59 as the minutes, and has 60'],
  ['rule', 'cron(0 24 * * ? *)', 'must have 0 to 23 as the hours, and has 24'],
  ['rule', 'cron(0 3 0 * ? *)', 'must have 1 to 31 as the day of the month, and has 0'],
  ['rule', 'cron(0 3 1 1-13 ? *)', 'must have 1 to 12 or JAN to DEC as the month, and has 13'],
  ['rule', 'cron(0 3 ? * 0 *)', 'must have 1 to 7 or SUN to SAT as the day of the week, and has 0'],
  ['rule', 'cron(0 3 ? * MONDAY *)', 'must have 1 to 7 or SUN to SAT as the day of the week, and has MONDAY'],
  ['rule', 'cron(0 3 * * ? 1969)', 'must have 1970 to 2199 as the year, and has 1969'],
  ['group', 'cron(0 8 * * ? *)', 'must be the five fields of cron of Unix, without cron(…) around them'],
  ['group', '0 8 * * ? *', 'must have five fields'],
  ['group', '0 8 * * 8', 'must have 0 to 7 or SUN to SAT as the day of the week, and has 8'],
  ['group', '0 8 ? * 1', 'must not have ? as the day of the month'],
])('%s does not read %s', (dialect, expression, fault) => expect(scheduleFault(expression, dialect)).toBe(fault));
