import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { refuseUnattached, targetGroupsOf } from './load-balancer-names';
import type { TargetGroupNames } from './requests-of-both';
import { checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import type { IEcsWebWorkload } from '../workload/ecs-workload';
import type { IScalableService } from '../workload/scalable-service';

type Specification = appscaling.CfnScalingPolicy.PredictiveScalingMetricSpecificationProperty;
type Query = appscaling.CfnScalingPolicy.PredictiveScalingMetricDataQueryProperty;

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html';

/**
 * The load that predictive scaling forecasts, and how much of it each task has.
 *
 * @example
 * new PredictiveScaling(this, 'Forecast', { service: web, metric: PredictiveMetric.memory(70) });
 */
export class PredictiveMetric {
  /**
   * The CPU that the tasks use, at this utilization on average.
   *
   * @param targetUtilizationPercent percent of what the tasks reserve, from 1 to 100
   */
  public static cpu(targetUtilizationPercent: number): PredictiveMetric {
    return new PredictiveMetric((at) => utilization(at, 'ECSServiceCPUUtilization', targetUtilizationPercent));
  }

  /**
   * The memory that the tasks use, at this utilization on average.
   *
   * @param targetUtilizationPercent percent of what the tasks reserve, from 1 to 100
   */
  public static memory(targetUtilizationPercent: number): PredictiveMetric {
    return new PredictiveMetric((at) => utilization(at, 'ECSServiceMemoryUtilization', targetUtilizationPercent));
  }

  /**
   * The requests to the Application Load Balancer of the service, of all its target groups.
   *
   * @param requestsPerTarget what each task answers per minute, on average
   */
  public static requests(requestsPerTarget: number): PredictiveMetric {
    return new PredictiveMetric((at, service) => requests(at, service, requestsPerTarget));
  }

  private constructor(private readonly specify: (at: string, service: IScalableService) => Specification) {}

  /**
   * Throws where the metric can't be one of the service.
   *
   * @internal
   */
  public _bind(at: string, service: IScalableService): Specification {
    return this.specify(at, service);
  }
}

function utilization(at: string, predefinedMetricType: string, targetValue: number): Specification {
  checkWholeNumber(at, 'metric', targetValue, { min: 1, max: 100, unit: 'percent', docs: DOCS });
  return { targetValue, predefinedMetricPairSpecification: { predefinedMetricType } };
}

function requests(at: string, service: IScalableService, targetValue: number): Specification {
  checkWholeNumber(at, 'metric', targetValue, { min: 1, max: 1e9, unit: 'requests', docs: DOCS });
  if (!isWeb(service)) {
    refuse({
      headline: `metric is of requests, and service (${service.node.path}) has no load balancer that counts them`,
      at,
      property: 'metric',
      fix: 'use PredictiveMetric.cpu() or PredictiveMetric.memory(), or EcsWorkload.fromLoadBalancedService()',
      docs: DOCS,
    });
  }
  const names = targetGroupsOf(at, service) ?? refuseUnattached(at);
  const [{ loadBalancer, targetGroup }] = names;
  if (names.length === 1) {
    return { targetValue, predefinedMetricPairSpecification: { predefinedMetricType: 'ALBRequestCount', resourceLabel: `${loadBalancer}/${targetGroup}` } };
  }
  const ofBoth = (metricName: string) => ({ metricDataQueries: sumOverGroups(metricName, names) });
  return { targetValue, customizedLoadMetricSpecification: ofBoth('RequestCount'), customizedScalingMetricSpecification: ofBoth('RequestCountPerTarget') };
}

function isWeb(service: IScalableService): service is IEcsWebWorkload {
  return 'targetGroup' in service;
}

/** A metric of the load balancer, summed over the target groups that traffic moves between. */
function sumOverGroups(metricName: string, names: readonly TargetGroupNames[]): Query[] {
  const ids = names.map((_, index) => `requests${index + 1}`);
  return [
    ...names.map(({ loadBalancer, targetGroup }, index) => ({
      id: ids[index],
      metricStat: {
        metric: {
          namespace: 'AWS/ApplicationELB',
          metricName,
          dimensions: [{ name: 'LoadBalancer', value: loadBalancer }, { name: 'TargetGroup', value: targetGroup }],
        },
        stat: 'Sum',
      },
      returnData: false,
    })),
    { id: 'requests', expression: ids.join(' + '), label: 'Requests in both target groups', returnData: true },
  ];
}
