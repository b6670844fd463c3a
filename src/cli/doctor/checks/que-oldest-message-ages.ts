import { known } from '../../../facts/fact';
import { queuesOf } from '../../collect/queues-of';
import { isAtMax } from '../../collect/service-state';
import { eachLive, onService } from '../live-check';

/** Hours in a row in which the age must grow. */
const HOURS = 3;
const MINUTE_SECONDS = 60;
/** Age below which a queue that grows is one that has just been filled. */
const YOUNG_SECONDS = 15 * MINUTE_SECONDS;

export const queOldestMessageAges = onService({
  id: 'que-oldest-message-ages',
  check: ({ live: { service, scaling, queueAges } }) => {
    const it = known(scaling);
    if (!it || !isAtMax(service, it.target)) return [];
    return eachLive(known(queuesOf(it)), (queue) => {
      const ages = known(queueAges).get(queue) ?? [];
      if (ages.length <= HOURS) return [{ notChecked: `CloudWatch has no ages of messages in queue ${queue} for the last ${HOURS} hours` }];
      const last = ages.slice(-HOURS - 1);
      const age = last[HOURS];
      if (age < YOUNG_SECONDS || last.some((seconds, index) => index > 0 && seconds <= last[index - 1])) return [];
      return [{
        property: 'maxCapacity',
        detail: `maxCapacity (${it.target.MaxCapacity}) is reached, and the oldest message of queue ${queue} waits longer each hour: ${last.map(minutes).join(', ')} minutes`,
      }];
    });
  },
});

function minutes(seconds: number): number {
  return Math.round(seconds / MINUTE_SECONDS);
}
