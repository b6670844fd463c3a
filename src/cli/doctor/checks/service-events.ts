import { EVENTS } from '../classifier/events';
import { wordingOf } from '../classifier/wording';
import { onService, Standing } from '../live-check';
import { count, freshEvents, isSteady } from '../service-state';

/** What ECS says it can't do, since the service was steady last. */
export const serviceEvents = onService({
  id: 'ec2-capacity-too-small',
  standing: Standing.CAUSE,
  check: (view) => {
    if (isSteady(view.live.service)) return [];
    const messages = freshEvents(view).map(({ message }) => message ?? '');
    return EVENTS.flatMap((wording) => {
      const said = messages.filter((message) => wordingOf(message, EVENTS) === wording);
      if (said.length === 0) return [];
      return [{
        id: wording.id,
        fix: wording.fix,
        why: wording.why,
        severity: wording.severity ?? 'error' as const,
        property: 'events',
        detail: `events (${count(said.length, 'event')} since the service was steady) say that it ${wording.means}`,
        evidence: [said[0]],
      }];
    });
  },
});
