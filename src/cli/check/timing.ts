import type { ResourceLocation } from './template-location';
import { Unknown } from '../../facts/fact';
import type { Subject } from '../../readers/subjects';
import { timingOfService } from '../../timing';
import type { ReportedTiming } from '../report/report';

/** How long the deployment of each service takes, with what AWS takes where its template says nothing. */
export function timings(places: ReadonlyMap<Subject, ResourceLocation>): readonly ReportedTiming[] {
  return [...places].flatMap(([{ kind, facts }, { place }]) => {
    if (kind !== 'service') return [];
    const time = timingOfService(facts);
    return [time instanceof Unknown ? { at: place, notKnown: time.reason } : { at: place, time }];
  });
}
