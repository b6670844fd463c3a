import { minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { onInstances, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { findingsOf, toldOf } from './said-of';
import type { LiveImage } from '../../../src/cli/collect/account';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';

const DAY = 24 * 60;
const imaged = (image: LiveImage) => ({ images: new Map([['shop/web:1', image]]) });
const ARM: LiveImage = { platforms: ['linux/arm64/v8', 'linux/arm/v7'] };

test('an image for another platform is named with both', () => {
  expect(findingsOf(withLive(imaged(ARM)), 'td-arch-mismatch')).toMatchObject([
    { severity: 'error', detail: 'image (shop/web:1) is for linux/arm64/v8, linux/arm/v7, and its tasks run on linux/amd64' },
  ]);
  expect(findingsOf(withLive(imaged({ platforms: [] })), 'td-arch-mismatch')).toMatchObject([{ detail: expect.stringContaining('is for no platform') as unknown }]);
});

test('on EC2 the instances decide', () => {
  expect(toldOf(onInstances([], {}, imaged(ARM)))).not.toContain('error td-arch-mismatch');
});

test('an image with an unknown platform is not checked', () => {
  const { findings, gaps } = diagnose(withLive(imaged({ platforms: new Unknown('it is in its configuration') })));
  expect(findings).toEqual([]);
  expect(gaps).toContainEqual(expect.objectContaining({ id: 'td-arch-mismatch', reason: 'it is in its configuration' }));
});

test('an image that was not built for half a year is reported', () => {
  const aged = (days: number) => withLive(imaged({ platforms: ['linux/amd64'], imagePushedAt: minutesAgo(days * DAY) }));
  expect(findingsOf(aged(200), 'ops-image-old')).toMatchObject([{ severity: 'info', detail: 'image (shop/web:1) was pushed 200 days ago' }]);
  expect(findingsOf(aged(179), 'ops-image-old')).toEqual([]);
});

test('a deleted image is reported by another check', () => {
  expect(toldOf(withLive({ images: new Map([['shop/web:1', undefined]]) }))).toEqual(['error dpl-image-gone']);
});
