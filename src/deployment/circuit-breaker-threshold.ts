/**
 * Number of failed tasks at which the circuit breaker stops a deployment.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 *
 * @example
 * const deployment = Deployment.rolling({
 *   circuitBreakerThreshold: CircuitBreakerThreshold.taskCount(5),
 * });
 */
export class CircuitBreakerThreshold {
  /**
   * A number of tasks, whatever the size of the service.
   *
   * @param value the failures, a number of tasks from 1
   */
  public static taskCount(value: number): CircuitBreakerThreshold {
    return new CircuitBreakerThreshold('COUNT', value);
  }

  /**
   * A share of the desired count, 1 to 100 percent, but no fewer than 3 tasks and no more than 200.
   *
   * The default of ECS is 50 percent.
   *
   * @param value the failures, in percent of the desired count, from 1
   */
  public static boundedPercent(value: number): CircuitBreakerThreshold {
    return new CircuitBreakerThreshold('BOUNDED_PERCENT', value);
  }

  /**
   * A share of the desired count, 1 to 100 percent, however few or many tasks that is.
   *
   * @param value the failures, in percent of the desired count, from 1
   */
  public static unboundedPercent(value: number): CircuitBreakerThreshold {
    return new CircuitBreakerThreshold('UNBOUNDED_PERCENT', value);
  }

  private constructor(
    /** @internal */
    public readonly _type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT',
    /** @internal */
    public readonly _value: number,
  ) {}
}
