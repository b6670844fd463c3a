import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';

type Query = appscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;

/** A target group and its load balancer, as metrics name them. */
export interface TargetGroupNames {
  readonly loadBalancer: string;
  readonly targetGroup: string;
}

/**
 * The requests per task and minute, whichever target group the traffic goes to.
 *
 * Each target group has as many tasks as the service should have, so the sum over both is right before, while and after the
 * traffic moves. The one without traffic has no data, which arithmetic takes for 0 beside the other. `FILL` would make a zero of
 * the newest minute of both, as long as it isn't published, and the policy would never scale out.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function requestsOfBoth(groups: readonly TargetGroupNames[]): Query[] {
  const ids = groups.map((_, index) => `requests${index + 1}`);
  return [
    ...groups.map((group, index) => requestsOf(group, ids[index])),
    { id: 'requests', expression: ids.join(' + '), label: 'Requests per target in both target groups', returnData: true },
  ];
}

function requestsOf({ loadBalancer, targetGroup }: TargetGroupNames, id: string): Query {
  return {
    id,
    metricStat: {
      metric: {
        namespace: 'AWS/ApplicationELB',
        metricName: 'RequestCountPerTarget',
        dimensions: [{ name: 'LoadBalancer', value: loadBalancer }, { name: 'TargetGroup', value: targetGroup }],
      },
      stat: 'Sum',
    },
    returnData: false,
  };
}
