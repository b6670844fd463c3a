import type { Duration } from 'aws-cdk-lib/core';

/**
 * What VPC Lattice speaks, to clients or to tasks.
 */
export enum LatticeProtocol {
  /**
   * Plain HTTP.
   */
  HTTP = 'HTTP',

  /**
   * HTTP over TLS. The name that VPC Lattice gives a service comes with a certificate.
   */
  HTTPS = 'HTTPS',
}

/**
 * How VPC Lattice asks tasks for their health.
 *
 * @see https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-group-health-checks.html
 */
export interface LatticeHealthCheck {
  /**
   * What is asked for.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * The HTTP codes of healthy tasks: `200`, `200,204` or `200-299`.
   *
   * @default '200'
   */
  readonly healthyHttpCodes?: string;

  /**
   * The time between two checks, 5 to 300 s.
   *
   * @default Duration.seconds(10)
   */
  readonly interval?: Duration;

  /**
   * How long an answer may take, 1 to 120 s.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * How many good answers in a row make a task healthy, 2 to 10.
   *
   * @default 2
   */
  readonly healthyThresholdCount?: number;

  /**
   * How many bad answers in a row make a task unhealthy, 2 to 10.
   *
   * @default 2
   */
  readonly unhealthyThresholdCount?: number;
}
