import { known } from '../../../facts/fact';
import { minutesSince } from '../../collect/service-state';
import { onService } from '../live-check';

const OLD_DAYS = 180;

export const opsImageOld = onService({
  id: 'ops-image-old',
  words: {
    title: 'An image that nobody has built for half a year',
    severity: 'info',
    why: 'What was repaired since then in its base image and its packages is not in it.',
    fix: 'build it again on a base image of today, and deploy it',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  },
  check: ({ live: { images }, now }) => [...known(images)].flatMap(([reference, image]) => {
    const days = Math.floor(minutesSince(image?.imagePushedAt, now) / 60 / 24);
    return days < OLD_DAYS ? [] : [{ property: 'image', detail: `image (${reference}) was pushed ${days} days ago` }];
  }),
});
