import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { withLive } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'an image of eight months ago',
    caught: true,
    account: withLive({ images: new Map([['web:1', { platforms: ['linux/amd64'], imagePushedAt: minutesAgo(240 * 24 * 60) }]]) }),
  },
  {
    name: 'an image of last week',
    caught: false,
    account: withLive({ images: new Map([['web:1', { platforms: ['linux/amd64'], imagePushedAt: minutesAgo(7 * 24 * 60) }]]) }),
  },
];
