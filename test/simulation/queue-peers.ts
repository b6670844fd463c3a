import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { scalingOf } from './of-template';
import { FargateWorkerService, QueueBacklogScaling, QueueConsumer } from '../../src';
import type { Picture } from '../../src/simulation/picture';
import type { ScalingSettings } from '../../src/simulation/scalable-target';
import { simulate, type Scenario } from '../../src/simulation/simulate';

const RANGE = { minCapacity: 1, maxCapacity: 40 };
const PROCESSING_SECONDS = 2;
const LATENCY_SECONDS = 180;
export const BURST = 10_000;
const BURST_AT = 600;
const IMAGE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** A queue worker of one library under the same burst of messages. */
export interface Drain {
  readonly name: string;
  readonly picture: Picture;
  /** Seconds from the burst until nothing waits and no task works; `undefined`: not within the time. */
  readonly drainSeconds?: number;
}

/** The burst, worked off by this library and by its peers: same range, same tasks, same messages. */
export function drains(): readonly Drain[] {
  return [
    drain('this library', ours()),
    drain('ecs-patterns', ecsPatterns()),
    // Its function reads the counts itself, which are there before those of CloudWatch.
    drain('Copilot', copilot(), { serviceSeconds: 30 }),
    drain('this library, scaleInCooldown of 120 s as Copilot', ours(Duration.seconds(120))),
  ];
}

function drain(name: string, scaling: ScalingSettings, delays: Scenario['delays'] = {}): Drain {
  const picture = simulate({
    seconds: 4 * 3600,
    load: {
      kind: 'queue', messagesPerSecond: (second) => (second === BURST_AT ? BURST : 0), processingSeconds: PROCESSING_SECONDS, visibilityTimeoutSeconds: 120,
    },
    tasks: { startSeconds: 40, stopTimeoutSeconds: 30 },
    scaling,
    delays,
  });
  return { name, picture, drainSeconds: picture.idleFrom === undefined ? undefined : picture.idleFrom - BURST_AT };
}

function ours(scaleInCooldown?: Duration): ScalingSettings {
  return synthesized((stack, cluster) => {
    const service = new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE });
    const { queue } = new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.seconds(30) });
    new QueueBacklogScaling(stack, 'Backlog', {
      service,
      queue,
      ...RANGE,
      acceptableLatency: Duration.seconds(LATENCY_SECONDS),
      averageProcessingTime: Duration.seconds(PROCESSING_SECONDS),
      scaleInCooldown,
    });
  });
}

/** Steps on the length of the queue, and a CPU target, as they are by default. Only the range is set. */
function ecsPatterns(): ScalingSettings {
  return synthesized((stack, cluster) => new patterns.QueueProcessingFargateService(stack, 'Worker', {
    cluster, image: IMAGE, minScalingCapacity: RANGE.minCapacity, maxScalingCapacity: RANGE.maxCapacity,
  }));
}

/** The metric that Copilot's function writes each minute: visible messages for each running task, for 1 where none runs. */
function copilot(): ScalingSettings {
  return {
    ...RANGE,
    policies: [{
      kind: 'target-tracking',
      name: 'backlog',
      metrics: { visible: { metric: 'visible', statistic: 'Average' }, tasks: { metric: 'cpu', statistic: 'SampleCount' } },
      expression: 'visible / IF(tasks < 1, 1, tasks)',
      periodSeconds: 60,
      targetValue: LATENCY_SECONDS / PROCESSING_SECONDS,
      scaleOutCooldownSeconds: 60,
      scaleInCooldownSeconds: 120,
    }],
  };
}

function synthesized(define: (stack: Stack, cluster: ecs.Cluster) => void): ScalingSettings {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Peer');
  define(stack, new ecs.Cluster(stack, 'Cluster'));
  return scalingOf(Template.fromStack(stack));
}
