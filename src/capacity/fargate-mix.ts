import { Token } from 'aws-cdk-lib/core';
import { checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html';
/** Limits of a capacity provider strategy. */
const MAX_BASE = 100000;
const MAX_WEIGHT = 1000;

/**
 * Options of a mix of Fargate and Fargate Spot.
 */
export interface FargateSpotOptions {
  /**
   * The number of tasks that always run on demand, 0 to 100000. ECS starts them before any task on Spot.
   *
   * For a service that scales, this is usually the `minCapacity` of its scaling.
   */
  readonly onDemandBase: number;

  /**
   * The share of the tasks above `onDemandBase` that runs on demand, 0 to 1000, relative to `spotWeight`.
   *
   * @default 1
   */
  readonly onDemandWeight?: number;

  /**
   * The share of the tasks above `onDemandBase` that runs on Spot, 1 to 1000, relative to `onDemandWeight`.
   *
   * @default 3
   */
  readonly spotWeight?: number;
}

/**
 * An item of a capacity provider strategy of Fargate.
 *
 * @internal
 */
export interface FargateProvider {
  readonly capacityProvider: 'FARGATE' | 'FARGATE_SPOT';
  readonly base?: number;
  readonly weight: number;
}

/**
 * The division of tasks between Fargate and Fargate Spot.
 *
 * Fargate Spot costs about 70 % less. It takes tasks back two minutes after a warning, and starts none while it has no room.
 * ECS does not start a task on demand in place of one that Spot has no room for.
 *
 * @example
 * new FargateWorkerService(this, 'Worker', { cluster, image, capacity: FargateMix.withSpot({ onDemandBase: 1 }) });
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 */
export class FargateMix {
  /**
   * Runs all tasks on demand, by the launch type `FARGATE`.
   */
  public static onDemand(): FargateMix {
    return new FargateMix([]);
  }

  /**
   * Runs a fixed number of tasks on demand, and divides all others between Fargate and Fargate Spot.
   *
   * @param options the number of tasks on demand, and the weights for all others
   */
  public static withSpot(options: FargateSpotOptions): FargateMix {
    const { onDemandBase: base, onDemandWeight = 1, spotWeight = 3 } = options;
    const at = 'FargateMix.withSpot';
    checkBase(at, base);
    checkWholeNumber(at, 'onDemandWeight', onDemandWeight, { min: 0, max: MAX_WEIGHT, docs: DOCS });
    checkWholeNumber(at, 'spotWeight', spotWeight, { min: 1, max: MAX_WEIGHT, docs: DOCS });
    return new FargateMix([
      { capacityProvider: 'FARGATE', base, weight: onDemandWeight },
      { capacityProvider: 'FARGATE_SPOT', weight: spotWeight },
    ]);
  }

  /**
   * Runs all tasks on Fargate Spot: for workers and jobs, which may be interrupted. Web services refuse it.
   */
  public static spotOnly(): FargateMix {
    return new FargateMix([{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]);
  }

  private constructor(
    /**
     * The capacity provider strategy; empty for the launch type.
     *
     * @internal
     */
    public readonly _strategy: readonly FargateProvider[],
  ) {}

  /**
   * True if some tasks run on Fargate Spot.
   *
   * @internal
   */
  public get _hasSpot(): boolean {
    return this._strategy.length > 0;
  }

  /**
   * True if no task is certain to run on demand.
   *
   * @internal
   */
  public get _isSpotOnly(): boolean {
    return this._hasSpot && !this._strategy.some(({ capacityProvider, base, weight }) => capacityProvider === 'FARGATE' && (mayBeSet(base) || mayBeSet(weight)));
  }
}

/** The types require it, which JavaScript does not check. */
function checkBase(at: string, onDemandBase: number | undefined): void {
  if (onDemandBase === undefined) {
    refuse({
      headline: 'onDemandBase is not set, it must be a whole number from 0',
      at,
      property: 'onDemandBase',
      fix: 'set onDemandBase to the number of tasks that must always run',
      docs: DOCS,
    });
  }
  checkWholeNumber(at, 'onDemandBase', onDemandBase, { min: 0, max: MAX_BASE, unit: 'tasks', docs: DOCS });
}

function mayBeSet(value: number | undefined): boolean {
  return value !== undefined && (Token.isUnresolved(value) || value > 0);
}
