import { setMaxListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { BUCKETS, SHARE_OF_REFILL, type BucketName } from './buckets';
import type { Call } from './call';
import { CallFailed } from './call-failed';
import { noCredentials } from './cannot-look';
import type { ClientName, SdkClient } from './clients';
import { type Clock, WALL_CLOCK } from './clock';
import { kindOf } from './errors';
import { Limiter } from './limiter';
import { waitBefore } from './retry';
import { Session, type SessionOptions } from './session';
import { TokenBucket } from './token-bucket';

export interface AwsOptions extends SessionOptions {
  /** Calls of one family under way at one time. @default 12 */
  readonly concurrency?: number;
  /** Never aborts where there is none. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Milliseconds that one attempt may take. @default 10,000 */
  readonly attemptMs?: number;
  /** Milliseconds after which every call that is not answered fails. @default - calls have as long as they need */
  readonly timeoutMs?: number;
  /** Called for each attempt that is sent. */
  readonly onAttempt?: (call: Call<never, unknown>) => void;
}

/** Makes calls: at a rate that leaves AWS to others too, and again where that helps. */
export class Aws {
  private readonly controller = new AbortController();
  private readonly interrupt: () => void;
  private readonly session: Session;
  private readonly clock: Clock;
  private readonly families = new Map<BucketName, Family>();
  private readonly late = new AbortController();
  /** Aborts with the signal, and when the time is over. */
  private readonly callSignal: AbortSignal;
  private readonly timer?: NodeJS.Timeout;

  public constructor(private readonly options: AwsOptions = {}) {
    this.session = new Session(options);
    this.clock = options.clock ?? WALL_CLOCK;
    this.callSignal = AbortSignal.any([this.signal, this.late.signal]);
    if (options.timeoutMs !== undefined) this.timer = setTimeout(() => this.late.abort(new TimeoutError(options.timeoutMs!)), options.timeoutMs);
    // Each call that is under way or waits listens.
    for (const signal of [this.signal, this.callSignal]) setMaxListeners(0, signal);
    this.interrupt = () => this.controller.abort(options.signal?.reason);
    options.signal?.addEventListener('abort', this.interrupt, { once: true });
    if (options.signal?.aborted) this.interrupt();
  }

  /** Aborts with Ctrl-C, and when nothing more is wanted. */
  public get signal(): AbortSignal {
    return this.controller.signal;
  }

  public region(): Promise<string> {
    return this.session.region();
  }

  /** Loads clients while there is nothing else to do but to wait for AWS. */
  public async warmUp(names: Iterable<ClientName>): Promise<void> {
    for (const name of new Set(names)) {
      await setImmediate();
      if (!this.signal.aborted) await this.session.client(name);
    }
  }

  /** Waits, for whatever takes AWS a moment; no longer than there is time for calls. */
  public async pause(milliseconds: number): Promise<void> {
    try {
      await this.clock.sleep(milliseconds, this.callSignal);
    } catch (error) {
      this.signal.throwIfAborted();
      if (!this.late.signal.aborted) throw error;
    }
  }

  /** Ends what is under way, and lets go of connections. */
  public close(): void {
    this.options.signal?.removeEventListener('abort', this.interrupt);
    this.controller.abort();
    clearTimeout(this.timer);
    this.session.close();
  }

  /** Fails with `CallFailed`, with `CannotLook` where no call could succeed, or with the reason of the signal. */
  public async send<Input, Output>(call: Call<Input, Output>, input: Input): Promise<Output> {
    const { bucket, limiter } = this.familyOf(call.bucket);
    const client = await this.session.client(call.client);
    for (let attempt = 1; ; attempt++) {
      try {
        const output = await limiter.run(async () => {
          // Last of all: tokens that wait with their calls would be spent all at once.
          await bucket.take(this.callSignal);
          return this.attempt(client, call, input);
        });
        bucket.succeeded();
        return output as Output;
      } catch (error) {
        this.signal.throwIfAborted();
        if (this.late.signal.aborted) throw new CallFailed(call, 'late', this.late.signal.reason, attempt, await this.region());
        const kind = kindOf(error);
        const region = await this.region();
        if (kind === 'credentials' || kind === 'expired') throw noCredentials(error, kind, region, this.options.profile ?? process.env.AWS_PROFILE);
        if (kind === 'throttled') bucket.throttled();
        const wait = waitBefore(attempt, kind, this.options.random ?? Math.random);
        if (wait === undefined) throw new CallFailed(call, kind, error, attempt, region);
        await this.pause(wait);
      }
    }
  }

  /** A silent connection counts as closed, before or during an answer. */
  private async attempt<Input, Output>(client: SdkClient, call: Call<Input, Output>, input: Input): Promise<object> {
    this.callSignal.throwIfAborted();
    this.options.onAttempt?.(call);
    const command = this.session.command(call.client, call.operation, input as object);
    const deadline = new AbortController();
    const abort = () => deadline.abort(this.callSignal.reason);
    this.callSignal.addEventListener('abort', abort, { once: true });
    const milliseconds = this.options.attemptMs ?? 10_000;
    const timer = setTimeout(() => deadline.abort(new TimeoutError(milliseconds)), milliseconds);
    try {
      return await Promise.race([client.send(command, { abortSignal: deadline.signal }), rejection(deadline.signal)]);
    } finally {
      clearTimeout(timer);
      this.callSignal.removeEventListener('abort', abort);
    }
  }

  private familyOf(name: BucketName): Family {
    let family = this.families.get(name);
    if (!family) {
      family = { bucket: new TokenBucket(BUCKETS[name], SHARE_OF_REFILL, this.clock), limiter: new Limiter(this.options.concurrency ?? 12) };
      this.families.set(name, family);
    }
    return family;
  }
}

/** Calls that share a bucket at AWS. */
interface Family {
  readonly bucket: TokenBucket;
  readonly limiter: Limiter;
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}

class TimeoutError extends Error {
  public readonly name = 'TimeoutError';
  public constructor(milliseconds: number) {
    super(`no answer in ${milliseconds / 1000} s`);
  }
}
