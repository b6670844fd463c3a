import type { ResourceLocation } from './template-location';
import { Unknown } from '../../facts/fact';
import type { Subject } from '../../readers/subjects';
import { timingOfService } from '../../timing';
import type { ReportedTiming } from '../report/report';

/** Duration of a deployment of each service, with the defaults of AWS where its template sets nothing. */
export function timings(places: ReadonlyMap<Subject, ResourceLocation>): readonly ReportedTiming[] {
  return [...places].flatMap(([{ kind, facts }, { place }]) => {
    if (kind !== 'service') return [];
    const time = timingOfService(facts);
    return [time instanceof Unknown ? { at: place, notKnown: time.reason } : { at: place, time }];
  });
}
