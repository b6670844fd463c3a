import { Unknown, known } from '../../../facts/fact';
import { queuesOf } from '../../collect/queues-of';
import { isAtMax } from '../../collect/service-state';
import { onService, orNone } from '../live-check';

export const sclAtMax = onService({
  id: 'scl-at-max',
  check: ({ live: { service, scaling } }) => {
    const it = known(scaling);
    if (!it || !isAtMax(service, it.target)) return [];
    const refused = it.activities instanceof Unknown ? [] : it.activities
      .filter(({ NotScaledReasons }) => NotScaledReasons?.some(({ Code }) => Code === 'AlreadyAtMaxCapacity'));
    const alarms = known(it.alarms).filter(({ StateValue, AlarmName }) => StateValue === 'ALARM' && /AlarmHigh/i.test(AlarmName ?? ''));
    if (alarms.length === 0 && refused.length === 0) return [];
    const queues = orNone(queuesOf(it));
    return [{
      property: 'maxCapacity',
      detail: `maxCapacity (${it.target.MaxCapacity}) is reached, and scaling wants more tasks${queues.length > 0 ? ` for the messages of queue ${queues.join(', ')}, which wait longer and longer` : ''}`,
      evidence: [...refused.map(({ Cause }) => Cause), ...alarms.map(({ StateReason }) => StateReason)]
        .filter((text) => text !== undefined).slice(0, 1),
    }];
  },
});
