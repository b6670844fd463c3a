// @ts-check
'use strict';

/**
 * The token buckets of AWS, from its documentation: tokens to begin with, and tokens a second.
 *
 * Application Auto Scaling and Cloud Map publish none; theirs are estimates.
 */
const BUCKETS = [
  { burst: 50, refill: 20, actions: ['ListClusters', 'DescribeClusters'] },
  { burst: 100, refill: 20, actions: ['ListServices', 'DescribeServices'] },
  { burst: 50, refill: 20, actions: ['DescribeTaskDefinition'] },
  { burst: 100, refill: 20, actions: ['ListTasks', 'DescribeTasks', 'ListContainerInstances', 'DescribeContainerInstances'] },
  { burst: 50, refill: 20, actions: ['DescribeCapacityProviders'] },
  { burst: 50, refill: 20, actions: ['ListServiceDeployments', 'DescribeServiceDeployments'] },
  { burst: 50, refill: 20, actions: ['DescribeServiceRevisions'] },
  { burst: 50, refill: 20, actions: ['ListAccountSettings'] },
  {
    burst: 40,
    refill: 10,
    actions: ['DescribeTargetGroups', 'DescribeTargetGroupAttributes', 'DescribeTargetHealth', 'DescribeLoadBalancers', 'DescribeListeners', 'DescribeRules'],
  },
  { burst: 10, refill: 5, actions: ['DescribeScalableTargets', 'DescribeScalingPolicies', 'DescribeScheduledActions', 'DescribeScalingActivities'] },
  { burst: 9, refill: 9, actions: ['DescribeAlarms'] },
  { burst: 10, refill: 10, actions: ['DescribeLogGroups'] },
  { burst: 10, refill: 5, actions: ['GetService', 'GetNamespace', 'ListNamespaces'] },
];

/** Takes a token for each call, while there are any. */
class Buckets {
  constructor(now = () => performance.now()) {
    this.now = now;
    this.buckets = new Map(BUCKETS.flatMap(({ burst, refill, actions }) => {
      const bucket = { burst, refill, tokens: burst, filledAt: now() };
      return actions.map((action) => /** @type {const} */ ([action, bucket]));
    }));
  }

  /** Returns true if a call may pass. */
  take(/** @type {string} */ action) {
    const bucket = this.buckets.get(action);
    if (!bucket) throw new Error(`${action} has no bucket`);
    const now = this.now();
    bucket.tokens = Math.min(bucket.tokens + ((now - bucket.filledAt) / 1000) * bucket.refill, bucket.burst);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}

module.exports = { BUCKETS, Buckets };
