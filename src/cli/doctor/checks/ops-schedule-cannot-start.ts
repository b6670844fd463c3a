import { known, type Fact } from '../../../facts/fact';
import type { LiveRule, LiveScheduleGroup } from '../../collect/account';
import { count } from '../../collect/service-state';
import { eachLive, onCluster, type LiveResult } from '../live-check';

/** Reports rules and schedules that could not start their target in the last day: no task is left to show it. */
export const opsScheduleCannotStart = onCluster({
  id: 'ops-schedule-cannot-start',
  check: ({ cluster }) => [
    ...eachLive([cluster.rules], ofRules),
    ...eachLive([cluster.scheduleGroups], ofSchedules),
    ...cluster.unreadMachines.map(({ reason }) => ({ notChecked: reason })),
  ],
});

function ofRules(rules: Fact<readonly LiveRule[]>): readonly LiveResult[] {
  return known(rules)
    .filter(({ failed, deadLetters }) => failed > 0 || deadLetters > 0)
    .map(({ name, failed, deadLetters }) => ({
      property: 'targets',
      detail: `targets of rule ${name} could not be started (${count(failed, 'failed invocation')} in the last day, ${count(deadLetters, 'event')} sent to its dead-letter queue)`,
    }));
}

/** EventBridge Scheduler tries for 24 hours by default, so that calls that fail are the only sign of a day. */
function ofSchedules(groups: Fact<readonly LiveScheduleGroup[]>): readonly LiveResult[] {
  return known(groups)
    .filter(({ failed, dropped, deadLetters }) => failed + dropped + deadLetters > 0)
    .map(({ name, schedules, others, failed, dropped, deadLetters }) => {
      const numbers = `${count(failed, 'failed call')} in the last day, ${dropped} given up, ${deadLetters} sent to dead-letter queues`;
      if (others > 0) {
        return { notChecked: `group ${name} has ${numbers}, and EventBridge Scheduler does not count them by schedule: they may be of ${count(others, 'schedule')} without a task` };
      }
      const isGivenUp = dropped + deadLetters > 0;
      return {
        property: 'target',
        severity: isGivenUp ? undefined : 'info',
        detail: `target of schedule ${schedules.join(' or ')} ${isGivenUp ? 'could not be started' : 'failed to start at first'} (${numbers})`,
      };
    });
}
