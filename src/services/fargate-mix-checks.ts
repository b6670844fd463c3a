import type { OperatingSystemFamily } from 'aws-cdk-lib/aws-ecs';
import { Token, type Duration } from 'aws-cdk-lib/core';
import type { FargateMix } from '../capacity/fargate-mix';
import { costSpotWithoutBase } from '../gotchas/cost/cost-spot-without-base';
import { depStopTimeoutVsSpot } from '../gotchas/dep/dep-stop-timeout-vs-spot';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html';
/** The two minutes of the warning, without the time in which the container itself stops. */
const MAX_DELAY_SECONDS = 90;

/** A service that answers requests. */
export interface Requests {
  readonly deregistrationDelay?: Duration;
}

/** Throws for a mix that can't run the tasks. */
export function checkMix(at: string, mix: FargateMix, platform: OperatingSystemFamily, requests?: Requests): void {
  if (!mix._hasSpot) return;
  if (!Token.isUnresolved(platform._operatingSystemFamily) && platform.isWindows()) {
    refuse({
      headline: `capacity uses Fargate Spot, which does not run Windows (${platform._operatingSystemFamily})`,
      at,
      property: 'capacity',
      fix: 'use FargateMix.onDemand(), or run on Linux',
      docs: DOCS,
    });
  }
  if (requests) checkRequests(at, mix, requests);
}

function checkRequests(at: string, mix: FargateMix, { deregistrationDelay: delay }: Requests): void {
  if (mix._isSpotOnly) {
    refuse({
      headline: 'capacity (Fargate Spot only) leaves the web service without a task while Fargate Spot has no room',
      gotcha: costSpotWithoutBase,
      at,
      property: 'capacity',
      fix: 'use FargateMix.withSpot({ onDemandBase: 2 }) with the number of tasks that must always run',
    });
  }
  if (!delay || delay.isUnresolved() || delay.toSeconds({ integral: false }) <= MAX_DELAY_SECONDS) return;
  refuse({
    headline: `deregistrationDelay is ${delay.toSeconds({ integral: false })} seconds, with Fargate Spot it must be at most ${MAX_DELAY_SECONDS} seconds`,
    gotcha: depStopTimeoutVsSpot,
    at,
    property: 'deregistrationDelay',
    why: 'Fargate Spot ends a task 120 s after its warning: requests that the load balancer allows to run for longer are cut off.',
    fix: `set deregistrationDelay to at most ${MAX_DELAY_SECONDS} seconds`,
  });
}
