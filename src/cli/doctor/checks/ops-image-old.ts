import { known } from '../../../facts/fact';
import { minutesSince } from '../../collect/service-state';
import { onService } from '../live-check';

const OLD_DAYS = 180;

export const opsImageOld = onService({
  id: 'ops-image-old',
  check: ({ live: { images }, now }) => [...known(images)].flatMap(([reference, image]) => {
    const days = Math.floor(minutesSince(image?.imagePushedAt, now) / 60 / 24);
    return days < OLD_DAYS ? [] : [{ property: 'image', detail: `image (${reference}) was pushed ${days} days ago` }];
  }),
});
