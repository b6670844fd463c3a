import { known } from '../../../facts/fact';
import { onService } from '../live-check';

export const sclNoData = onService({
  id: 'scl-no-data',
  words: {
    title: 'A scaling policy that sees nothing',
    severity: 'error',
    why: 'A policy acts through its alarms: without an alarm, or without data for it, the count never changes.',
    fix: 'put the policy again, so that it gets new alarms; for data, see that the metric has these dimensions',
    docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html',
  },
  check: ({ live: { service, scaling } }) => {
    const it = known(scaling);
    // Nothing is measured of no tasks.
    if (!it || (service.runningCount ?? 0) === 0) return [];
    const named = known(it.policies).flatMap(({ PolicyName, Alarms = [] }) => Alarms.map(({ AlarmName }) => ({ policy: PolicyName ?? '', name: AlarmName ?? '' })));
    if (named.length === 0) return [];
    const alarms = new Map(known(it.alarms).map((alarm) => [alarm.AlarmName, alarm]));
    const gone = named.filter(({ name }) => !alarms.has(name));
    const blind = named.filter(({ name }) => alarms.get(name)?.StateValue === 'INSUFFICIENT_DATA');
    return [
      ...gone.map(({ policy, name }) => ({ property: 'policies', detail: `policy (${policy}) has lost its alarm ${name}` })),
      ...[...new Set(blind.map(({ policy }) => policy))].map((policy) => ({
        property: 'policies', severity: 'warning' as const, detail: `policy (${policy}) has no data to go by`,
      })),
    ];
  },
});
