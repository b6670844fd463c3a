import { DELAYS, type Delays } from './delays';
import { Fleet, type FleetSettings } from './fleet';
import { MetricStore, type MetricName } from './metric-store';
import { picture, type Picture, type Sample } from './picture';
import { QueueWork, type QueueLoad } from './queue-work';
import { seeded } from './random';
import { RequestWork, type RequestLoad } from './request-work';
import { ScalableTarget, type ScalingSettings } from './scalable-target';
import type { Work } from './work';

/** A service, what scales it, and the load that it is put under. */
export interface Scenario {
  readonly seconds: number;
  readonly load: QueueLoad | RequestLoad;
  readonly tasks: FleetSettings;
  readonly scaling: ScalingSettings;
  /** The tasks that run at the start; `minCapacity` if it is left out. */
  readonly desiredCount?: number;
  /** Seconds between ECS's measurements of CPU: 60 by default. */
  readonly resolutionSeconds?: 20 | 60;
  readonly delays?: Partial<Delays>;
  /** Equal seeds result in equal pictures. */
  readonly seed?: number;
}

/** Runs a service second by second. */
export function simulate({ seconds, load, tasks, scaling, desiredCount = scaling.minCapacity, seed = 1, ...measuring }: Scenario): Picture {
  const random = seeded(seed);
  const fleet = new Fleet(tasks, desiredCount, random);
  const work = load.kind === 'queue' ? new QueueWork(load, random) : new RequestWork(load);
  const target = new ScalableTarget(scaling, desiredCount);
  const store = new MetricStore();
  const { resolutionSeconds = 60 } = measuring;
  const delays = { ...DELAYS, ...measuring.delays };
  const samples: Sample[] = [];
  for (let now = 0; now <= seconds; now++) {
    fleet.tick(now);
    work.tick(now, fleet);
    if (now > 0 && now % resolutionSeconds === 0) publish(now, store, work.measure(fleet, now), resolutionSeconds, delays);
    target.tick(now, store);
    fleet.adjust(now, target.desiredCount);
    samples.push(sampleOf(now, target.desiredCount, fleet, work));
  }
  return picture(samples, target.activities, fleet.interrupted.length);
}

type Measured = Partial<Record<MetricName, readonly number[]>>;

function publish(now: number, store: MetricStore, measured: Measured, resolutionSeconds: number, delays: Delays): void {
  for (const [metric, samples] of Object.entries(measured) as Array<[MetricName, readonly number[]]>) {
    // Queues and load balancers have nothing faster than a minute.
    const period = metric === 'cpu' ? resolutionSeconds : 60;
    if (now % period === 0) store.publish(metric, { start: now - period, seenAt: now + delayOf(metric, resolutionSeconds, delays), samples });
  }
}

function sampleOf(second: number, desired: number, fleet: Fleet, { backlog }: Work): Sample {
  return { second, desired, tasks: fleet.all.length, running: fleet.running(second).length, busy: fleet.busy, backlog };
}

function delayOf(metric: MetricName, resolutionSeconds: number, delays: Delays): number {
  if (metric === 'cpu') return resolutionSeconds === 20 ? delays.highResolutionSeconds : delays.serviceSeconds;
  return metric === 'requestsPerTask' ? delays.loadBalancerSeconds : delays.queueSeconds;
}
