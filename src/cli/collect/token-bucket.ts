import type { BucketSize } from './buckets';
import type { Clock } from './clock';

/** After a throttled call the rate falls to this part of itself, once for all calls that were under way … */
const SLOWER = 0.7;
const UNDER_WAY_MS = 1000;
/** … but not below this part of the first one … */
const SLOWEST = 1 / 16;
/** … and each successful call restores this part of the first one. */
const RECOVERY = 1 / 32;

/**
 * Limits calls to the rate that AWS allows, and slows down once AWS throttles them.
 *
 * Never exceeds the rate that it starts with: the rest is for others.
 */
export class TokenBucket {
  private tokens: number;
  private rate: number;
  private readonly fullRate: number;
  private filledAt: number;
  private slowedAt = -Infinity;
  /** Waiting calls, which continue one after the other, in their order. */
  private queue: Promise<void> = Promise.resolve();

  public constructor(private readonly size: BucketSize, share: number, private readonly clock: Clock) {
    this.tokens = size.burst;
    this.fullRate = size.refill * share;
    this.rate = this.fullRate;
    this.filledAt = clock.now();
  }

  /** Resolves when the call may go. */
  public take(signal: AbortSignal): Promise<void> {
    const turn = this.queue.then(() => this.wait(signal));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** AWS accepted a call. */
  public succeeded(): void {
    this.fill();
    this.rate = Math.min(this.rate + this.fullRate * RECOVERY, this.fullRate);
  }

  /** AWS refused a call because of too many: others use the bucket too, so it is empty now. */
  public throttled(): void {
    this.fill();
    this.tokens = Math.min(this.tokens, 0);
    if (this.filledAt - this.slowedAt < UNDER_WAY_MS) return;
    this.slowedAt = this.filledAt;
    this.rate = Math.max(this.rate * SLOWER, this.fullRate * SLOWEST);
  }

  private async wait(signal: AbortSignal): Promise<void> {
    this.fill();
    while (this.tokens < 1) {
      await this.clock.sleep(Math.ceil(((1 - this.tokens) / this.rate) * 1000), signal);
      this.fill();
    }
    signal.throwIfAborted();
    this.tokens -= 1;
  }

  private fill(): void {
    const now = this.clock.now();
    this.tokens = Math.min(this.tokens + ((now - this.filledAt) / 1000) * this.rate, this.size.burst);
    this.filledAt = now;
  }
}
