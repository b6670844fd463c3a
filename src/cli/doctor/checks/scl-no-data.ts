import { known } from '../../../facts/fact';
import { onService } from '../live-check';

export const sclNoData = onService({
  id: 'scl-no-data',
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
