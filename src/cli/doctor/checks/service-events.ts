import { Unknown } from '../../../facts/fact';
import { count, freshEvents, isSteady } from '../../collect/service-state';
import { groupBy } from '../../group-by';
import { classify } from '../classifier/classify';
import type { Meaning } from '../classifier/meaning';
import { runsOnInstances } from '../compute';
import { onService, type LiveFinding, type ServiceView } from '../live-check';

/** Words of events that report a fault, known or not. */
const FAULT = /unable|fail|could not|can ?not|can't|error|unhealthy|not healthy|throttl|misconfigured|exceed|timed out|denied|refused/i;
const UNKNOWN: Meaning = { id: 'ops-unknown-event', means: 'have a fault that the doctor does not know' };

/** Events of faults since the last steady state. */
export const serviceEvents = onService({
  id: 'ops-unknown-event',
  check: (view) => {
    if (isSteady(view.live.service)) return [];
    const onInstances = runsOnInstances(view.live.service, view.cluster);
    const faults = freshEvents(view).flatMap(({ message = '' }) => {
      const meaning = classify(message, onInstances);
      return meaning === 'unknown' ? FAULT.test(message) ? [{ message, meaning: UNKNOWN }] : [] : meaning ? [{ message, meaning }] : [];
    });
    return [...groupBy(faults, ({ meaning }) => `${meaning.id} ${meaning.means}`).values()]
      .map((group) => finding(drained(group[0].meaning, view), group.map(({ message }) => message)));
  },
});

function finding({ id, means, fix, why, severity }: Meaning, said: readonly string[]): LiveFinding {
  return {
    id,
    fix,
    why,
    severity: severity ?? (id === UNKNOWN.id ? undefined : 'error'),
    property: 'events',
    detail: `events (${count(said.length, 'event')} since the service was steady) report that its tasks ${means}`,
    evidence: [said[0]],
  };
}

/** ECS finds no instances too where all of them drain. */
function drained(meaning: Meaning, { cluster: { containerInstances } }: ServiceView): Meaning {
  if (meaning.id !== 'ec2-no-instances' || containerInstances instanceof Unknown) return meaning;
  const instances = containerInstances as Exclude<typeof containerInstances, Unknown>;
  const isDraining = instances.length > 0 && instances.every(({ status }) => status !== 'ACTIVE');
  return isDraining
    ? {
      ...meaning,
      means: `find no instance, since all ${instances.length} of the cluster drain`,
      why: 'ECS starts no task on an instance that drains.',
      fix: 'set the instances ACTIVE again with aws ecs update-container-instances-state, or start others',
    }
    : meaning;
}
