import { Token } from 'aws-cdk-lib/core';
import { checkWholeNumber } from '../checks/arguments';

/**
 * Behaviour where a forecast needs more tasks than `maxCapacity`.
 *
 * @example
 * new PredictiveScaling(this, 'Forecast', { service: web, metric: PredictiveMetric.cpu(60), maxCapacityBreach: MaxCapacityBreach.increase(10) });
 */
export class MaxCapacityBreach {
  /**
   * `maxCapacity` holds.
   */
  public static honor(): MaxCapacityBreach {
    return new MaxCapacityBreach({ maxCapacityBreachBehavior: 'HonorMaxCapacity' });
  }

  /**
   * The forecast holds, and some percent above it. The service may run more tasks than `maxCapacity`, and cost more.
   *
   * @param bufferPercent how far above the forecast the new maximum is, from 0 to 100 percent
   */
  public static increase(bufferPercent: number): MaxCapacityBreach {
    if (!Token.isUnresolved(bufferPercent)) checkWholeNumber('MaxCapacityBreach.increase', 'bufferPercent', bufferPercent, { min: 0, max: 100, unit: 'percent' });
    return new MaxCapacityBreach({ maxCapacityBreachBehavior: 'IncreaseMaxCapacity', maxCapacityBuffer: bufferPercent });
  }

  /**
   * The way a policy writes it.
   *
   * @internal
   */
  public readonly _configuration: { readonly maxCapacityBreachBehavior: string; readonly maxCapacityBuffer?: number };

  private constructor(configuration: MaxCapacityBreach['_configuration']) {
    this._configuration = configuration;
  }
}
