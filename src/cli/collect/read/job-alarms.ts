import type { Fact } from '../../../facts/fact';
import { JOB_METRIC } from '../../../facts/job-metric';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allPages } from '../pages';
import type { Alarm } from '../shapes';

/** Alarms in state ALARM that count the successes of jobs. */
export function readJobAlarms({ aws }: Context): Promise<Fact<readonly Alarm[]>> {
  return fact(async () => {
    const alarms = await allPages(aws, CALLS.describeAlarms, { StateValue: 'ALARM', AlarmTypes: ['MetricAlarm'] }, (page) => page.MetricAlarms);
    return alarms.filter(({ Namespace, MetricName }) => Namespace === JOB_METRIC.namespace && MetricName === JOB_METRIC.name);
  });
}
