import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Aws, Fn } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import { pathOf } from '../checks/path-of';
import { refuse } from '../gotchas/enforce';
import type { IEcsWebWorkload } from '../services/ecs-workload';

const METRIC = 'ALBRequestCountPerTarget';

/**
 * Properties of a RequestCountTargetScaling.
 */
export interface RequestCountTargetScalingProps extends TargetScalingProps {
  /**
   * The service to scale, behind an Application Load Balancer.
   */
  readonly service: IEcsWebWorkload;

  /**
   * The requests that each task answers per minute, on average.
   */
  readonly requestsPerTarget: number;
}

/**
 * Runs as many tasks as keep the requests per task and minute at a target.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 */
export class RequestCountTargetScaling extends Construct {
  constructor(scope: Construct, id: string, props: RequestCountTargetScalingProps) {
    checkWholeNumber(pathOf(scope, id), 'requestsPerTarget', props.requestsPerTarget, { min: 1, max: 1e9, unit: 'requests' });
    checkTargetScaling(pathOf(scope, id), METRIC, props);
    const resourceLabel = labelOf(pathOf(scope, id), props.service.targetGroup);
    super(scope, id);
    trackTarget(this, props.service, {
      predefinedMetricType: METRIC,
      targetValue: props.requestsPerTarget,
      resourceLabel,
    }, props);
  }
}

/** Load balancer and target group, as the metric names them. */
function labelOf(at: string, targetGroup: elbv2.IApplicationTargetGroup): string {
  const loadBalancer = loadBalancerName(targetGroup) ?? refuse({
    headline: 'service has a target group whose load balancer is not known',
    at,
    property: 'service',
    fix: 'import the target group with its loadBalancerArns, or put it on a listener first',
    docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  });
  return `${loadBalancer}/${targetGroupName(targetGroup)}`;
}

/** `app/name/id`, the last part of the load balancer's ARN. */
function loadBalancerName(targetGroup: elbv2.IApplicationTargetGroup): string | undefined {
  if ('firstLoadBalancerFullName' in targetGroup) {
    try {
      return (targetGroup as elbv2.ApplicationTargetGroup).firstLoadBalancerFullName;
    } catch {
      return undefined; // It is on no listener.
    }
  }
  return targetGroup.loadBalancerArns === Aws.NO_VALUE ? undefined : Fn.select(1, Fn.split(':loadbalancer/', targetGroup.loadBalancerArns));
}

/** `targetgroup/name/id`, the last part of the target group's ARN. */
function targetGroupName(targetGroup: elbv2.IApplicationTargetGroup): string {
  return Fn.select(5, Fn.split(':', targetGroup.targetGroupArn));
}
