/** Delay between the end of a period and its measurement in CloudWatch, at one measurement a minute. */
export interface Delays {
  /** CPU and memory of a service, every minute. */
  readonly serviceSeconds: number;
  /** Delay at a measurement every 20 seconds. */
  readonly highResolutionSeconds: number;
  readonly queueSeconds: number;
  readonly loadBalancerSeconds: number;
}

/**
 * AWS publishes none. Those of a service are what AWS's figures leave: 363 seconds from the load to the trigger, and 86 with high
 * resolution, less three periods and half a period until the first of them.
 *
 * @see https://aws.amazon.com/blogs/aws/amazon-ecs-introduces-new-high-resolution-metrics-for-faster-service-auto-scaling/
 */
export const DELAYS: Delays = { serviceSeconds: 120, highResolutionSeconds: 10, queueSeconds: 30, loadBalancerSeconds: 60 };
