import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Aws, Fn } from 'aws-cdk-lib/core';
import type { TargetGroupNames } from './requests-of-both';
import { refuse } from '../gotchas/enforce';
import type { IEcsWebWorkload } from '../workload/ecs-workload';

/** The target groups of a service and their load balancers; `undefined` where one is on no load balancer that is known. */
export function targetGroupsOf(at: string, { targetGroup, alternateTargetGroup }: IEcsWebWorkload): readonly TargetGroupNames[] | undefined {
  if (!targetGroup) refuseWithoutTargetGroup(at);
  const groups = [targetGroup, ...alternateTargetGroup ? [alternateTargetGroup] : []];
  const names = groups.flatMap((group) => {
    const loadBalancer = loadBalancerName(group);
    return loadBalancer === undefined ? [] : [{ loadBalancer, targetGroup: targetGroupName(group) }];
  });
  return names.length === groups.length ? names : undefined;
}

// The types rule it out, except in JavaScript.
function refuseWithoutTargetGroup(at: string): never {
  refuse({
    headline: 'service has no target group, so no load balancer counts its requests',
    at,
    property: 'service',
    fix: 'scale a web service, or EcsWorkload.fromLoadBalancedService(service, targetGroup); a worker scales on CPU, memory or a queue',
    docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  });
}

export function refuseUnattached(at: string): never {
  refuse({
    headline: 'service has a target group whose load balancer is not known',
    at,
    property: 'service',
    fix: 'import the target group with its loadBalancerArns, or put it on a listener first',
    docs: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  });
}

/** `app/name/id`, the last part of the load balancer's ARN, as metrics name it. */
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
