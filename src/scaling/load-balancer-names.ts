import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Aws, Fn } from 'aws-cdk-lib/core';

/** `app/name/id`, the last part of the load balancer's ARN, as metrics name it. */
export function loadBalancerName(targetGroup: elbv2.IApplicationTargetGroup): string | undefined {
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
export function targetGroupName(targetGroup: elbv2.IApplicationTargetGroup): string {
  return Fn.select(5, Fn.split(':', targetGroup.targetGroupArn));
}
