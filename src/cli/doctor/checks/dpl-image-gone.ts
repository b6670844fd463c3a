import { known } from '../../../facts/fact';
import { NO_IMAGE } from '../classifier/subjects/image';
import { onService } from '../live-check';

export const dplImageGone = onService({
  id: 'dpl-image-gone',
  check: ({ live: { images } }) => [...known(images)].filter(([, image]) => image === undefined).map(([reference]) => ({
    property: 'image',
    thing: reference,
    severity: 'error' as const,
    detail: `image (${reference}) is not in ECR any more: what runs runs on, and nothing new can start`,
    why: NO_IMAGE.why,
    fix: NO_IMAGE.fix,
  })),
});
