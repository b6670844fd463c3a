import type { Duration } from 'aws-cdk-lib/core';

/**
 * Protocol of VPC Lattice, to clients or to tasks.
 */
export enum LatticeProtocol {
  /**
   * Plain HTTP.
   */
  HTTP = 'HTTP',

  /**
   * HTTP over TLS. The generated name of a VPC Lattice service has a certificate.
   */
  HTTPS = 'HTTPS',
}

/**
 * Health check of tasks by VPC Lattice.
 *
 * @see https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-group-health-checks.html
 */
export interface LatticeHealthCheck {
  /**
   * Path of the request.
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
   * Time for an answer, 1 to 120 s.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * Number of good answers in a row that make a task healthy, 2 to 10.
   *
   * @default 2
   */
  readonly healthyThresholdCount?: number;

  /**
   * Number of bad answers in a row that make a task unhealthy, 2 to 10.
   *
   * @default 2
   */
  readonly unhealthyThresholdCount?: number;
}
