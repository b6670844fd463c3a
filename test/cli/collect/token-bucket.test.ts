import type { Clock } from '../../../src/cli/collect/clock';
import { TokenBucket } from '../../../src/cli/collect/token-bucket';

const never = new AbortController().signal;

class FakeClock implements Clock {
  time = 0;
  now(): number { return this.time; }
  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.time += milliseconds;
  }
}

/** Seconds that so many calls take. */
async function secondsFor(calls: number, bucket: TokenBucket, clock: FakeClock): Promise<number> {
  const start = clock.time;
  for (let call = 0; call < calls; call++) await bucket.take(never);
  return (clock.time - start) / 1000;
}

function bucketOf(clock: FakeClock) {
  return new TokenBucket({ burst: 50, refill: 20 }, 0.5, clock);
}

test('allows a burst, and then half of the refill rate of AWS', async () => {
  const clock = new FakeClock();
  const bucket = bucketOf(clock);
  expect(await secondsFor(50, bucket, clock)).toBe(0);
  expect(await secondsFor(100, bucket, clock)).toBeCloseTo(10, 1);
});

test('holds no more than a burst, after any time without calls', async () => {
  const clock = new FakeClock();
  const bucket = bucketOf(clock);
  clock.time += 3_600_000;
  expect(await secondsFor(60, bucket, clock)).toBeCloseTo(1, 1);
});

test('slows down once AWS throttles, once for all calls under way', async () => {
  const clock = new FakeClock();
  const bucket = bucketOf(clock);
  for (let call = 0; call < 16; call++) bucket.throttled();
  expect(await secondsFor(70, bucket, clock)).toBeCloseTo(10, 1);
});

test('never stands still, and comes back to its pace as calls go through', async () => {
  const clock = new FakeClock();
  const bucket = bucketOf(clock);
  for (let storm = 0; storm < 20; storm++) {
    bucket.throttled();
    clock.time += 1000;
  }
  bucket.throttled();
  expect(await secondsFor(10, bucket, clock)).toBeCloseTo(16, 0);
  for (let call = 0; call < 32; call++) bucket.succeeded();
  expect(await secondsFor(10, bucket, clock)).toBeLessThan(1.1);
});

test('those who wait leave when the signal aborts', async () => {
  const clock = new FakeClock();
  const bucket = bucketOf(clock);
  await secondsFor(50, bucket, clock);
  await expect(bucket.take(AbortSignal.abort(new Error('interrupted')))).rejects.toThrow('interrupted');
  await bucket.take(never);
});
