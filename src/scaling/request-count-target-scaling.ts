import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Construct } from 'constructs';
import { refuseUnattached, targetGroupsOf } from './load-balancer-names';
import { requestsOfBoth } from './requests-of-both';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import type { IEcsWebWorkload } from '../workload/ecs-workload';

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
 * A service with two target groups, which its deployments move traffic between, scales on the requests to both together.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 *
 * @example
 * new RequestCountTargetScaling(this, 'RequestScaling', {
 *   service: web,
 *   requestsPerTarget: 1000,
 *   minCapacity: 2,
 *   maxCapacity: 10,
 * });
 */
export class RequestCountTargetScaling extends Construct {
  /**
   * The target tracking policy.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a RequestCountTargetScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: RequestCountTargetScalingProps) {
    props = readPartProps(pathOf(scope, id), props, ['requestsPerTarget']);
    checkPlaces(scope, id, { service: props.service });
    checkWholeNumber(pathOf(scope, id), 'requestsPerTarget', props.requestsPerTarget, { min: 1, max: 1e9, unit: 'requests' });
    checkTargetScaling(pathOf(scope, id), METRIC, props);
    const names = targetGroupsOf(pathOf(scope, id), props.service) ?? refuseUnattached(pathOf(scope, id));
    super(scope, id);
    const { policy, scalableTarget } = trackTarget(this, props.service, {
      name: METRIC,
      ...names.length > 1
        ? { customizedMetricSpecification: { metrics: requestsOfBoth(names) } }
        : { predefinedMetricSpecification: { predefinedMetricType: METRIC, resourceLabel: `${names[0].loadBalancer}/${names[0].targetGroup}` } },
      targetValue: props.requestsPerTarget,
    }, props);
    this.policy = policy;
    this.scalableTarget = scalableTarget;
  }
}
