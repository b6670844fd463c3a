import { Unknown, known } from '../../../facts/fact';
import { onService } from '../live-check';

export const sclAtMax = onService({
  id: 'scl-at-max',
  check: ({ live: { service, scaling } }) => {
    const it = known(scaling);
    const max = it?.target.MaxCapacity;
    if (!it || max === undefined || (service.desiredCount ?? 0) < max) return [];
    const refused = it.activities instanceof Unknown ? [] : it.activities
      .filter(({ NotScaledReasons }) => NotScaledReasons?.some(({ Code }) => Code === 'AlreadyAtMaxCapacity'));
    const alarms = known(it.alarms).filter(({ StateValue, AlarmName }) => StateValue === 'ALARM' && /AlarmHigh/i.test(AlarmName ?? ''));
    if (alarms.length === 0 && refused.length === 0) return [];
    return [{
      property: 'maxCapacity',
      detail: `maxCapacity (${max}) is reached, and scaling wants more tasks`,
      evidence: [...refused.map(({ Cause }) => Cause), ...alarms.map(({ StateReason }) => StateReason)]
        .filter((text) => text !== undefined).slice(0, 1),
    }];
  },
});
