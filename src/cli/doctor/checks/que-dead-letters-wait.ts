import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { eachLive, onRegion } from '../live-check';

export const queDeadLettersWait = onRegion({
  id: 'que-dead-letters-wait',
  check: ({ deadLetterQueues }) => eachLive([...known(deadLetterQueues).values()], (read) => {
    const { name, sources, messages, retentionDays } = known(read);
    if (messages === 0) return [];
    return [{
      property: 'messages',
      detail: `messages (${messages}) wait in dead-letter queue ${name} of ${sources.join(', ')}; SQS deletes them after ${count(retentionDays, 'day')}`,
    }];
  }),
});
