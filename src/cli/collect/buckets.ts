/** The token bucket that AWS keeps for a family of calls, for each account and region. */
export interface BucketSize {
  /** Calls that it allows at once. */
  readonly burst: number;
  /** Calls per second that it allows in the long run. */
  readonly refill: number;
}

/**
 * Families of calls that share a bucket, in AWS's words.
 *
 * Cloud Map, EFS, EventBridge, IAM, SQS and Application Auto Scaling publish no rates: 5 calls a second have to do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html
 * @see https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const BUCKETS = {
  'ACM describe': { burst: 10, refill: 10 },
  'ECS cluster read': { burst: 50, refill: 20 },
  'ECS service read': { burst: 100, refill: 20 },
  'ECS task definition read': { burst: 50, refill: 20 },
  'ECS cluster resource read': { burst: 100, refill: 20 },
  'ECS capacity provider read': { burst: 50, refill: 20 },
  'ECS service deployment': { burst: 50, refill: 20 },
  'ECS service revision': { burst: 50, refill: 20 },
  'ECS setting read': { burst: 50, refill: 20 },
  'ELB describe': { burst: 40, refill: 10 },
  'Application Auto Scaling': { burst: 10, refill: 5 },
  'CloudFormation describe': { burst: 10, refill: 5 },
  'CodeDeploy': { burst: 10, refill: 5 },
  'CloudWatch alarms': { burst: 9, refill: 9 },
  'CloudWatch metric data': { burst: 50, refill: 50 },
  'CloudWatch Logs groups': { burst: 10, refill: 10 },
  'CloudWatch Logs events': { burst: 10, refill: 10 },
  'Cloud Map': { burst: 10, refill: 5 },
  'EC2 describe': { burst: 50, refill: 10 },
  'EC2 Auto Scaling': { burst: 10, refill: 5 },
  'ECR describe': { burst: 20, refill: 10 },
  'EFS describe': { burst: 10, refill: 5 },
  'Secrets Manager describe': { burst: 40, refill: 40 },
  'Systems Manager describe': { burst: 10, refill: 5 },
  'EventBridge rules': { burst: 10, refill: 5 },
  'IAM read': { burst: 10, refill: 5 },
  'EventBridge Scheduler': { burst: 50, refill: 50 },
  'Step Functions list': { burst: 100, refill: 5 },
  'Step Functions describe': { burst: 200, refill: 20 },
  'SQS queues': { burst: 10, refill: 5 },
} as const satisfies Record<string, BucketSize>;

export type BucketName = keyof typeof BUCKETS;

/** Share of the doctor. The other half is for the console, for deployments and for scaling, which use the same buckets. */
export const SHARE_OF_REFILL = 0.5;
