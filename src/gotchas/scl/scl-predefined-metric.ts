import { known, Unknown } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { defineGotcha, each, type Finding, type Result } from '../definition';
import { isUtilization, REQUESTS } from './metrics';

const LABEL = 'app/<name>/<id>/targetgroup/<name>/<id>';
/** Each of both full names is a text, an attribute, or for the load balancer three parts of an ARN. */
const RIGHT = /^(app\/[\w-]+\/\w+|<LoadBalancerFullName of \w+>|<part 1 of (\w+)>\/<part 2 of \2>\/<part 3 of \2>)\/(targetgroup\/[\w-]+\/\w+|<TargetGroupFullName of \w+>)$/;

export const sclPredefinedMetric = defineGotcha({
  id: 'scl-predefined-metric',
  title: 'A predefined metric that services don\'t have, or whose label is wrong',
  consequence: 'rejected',
  symptom: '`ValidationException`, when the policy is created: about the predefined metric type, or about a resource label that has to be of the form `app/…/targetgroup/…`.',
  why: 'Application Auto Scaling has five predefined metrics for services of ECS. `ALBRequestCountPerTarget` finds its target group by a label of two full names, of the load balancer and of the target group; '
    + 'ARNs and plain names are something else. The other metrics take no label.',
  rule: `A predefined metric is \`ECSServiceAverageCPUUtilization\`, \`ECSServiceAverageMemoryUtilization\`, one of the two with \`HighResolution\`, or \`${REQUESTS}\`. The last one alone has a \`resourceLabel\`, of the form \`${LABEL}\`.`,
  fix: `set resourceLabel to ${LABEL}, the full name of the load balancer and that of the target group with a / between them`,
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  levels: ['synth'],
  designedOut: '`RequestCountTargetScaling` takes the service and writes the label, and the other parts have no label.',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, (policy) => check(policy, known(policy.predefinedMetric))),
});

function check(policy: ScalingPolicyFacts, metric: string | undefined): readonly Result[] {
  if (metric === undefined) return [];
  if (metric !== REQUESTS && !isUtilization(metric)) {
    return [found(policy, 'predefinedMetricType', `predefinedMetricType (${metric}) is no metric of a service`, 'use ECSServiceAverageCPUUtilization, ECSServiceAverageMemoryUtilization or ALBRequestCountPerTarget')];
  }
  const label = known(policy.resourceLabel);
  if (metric !== REQUESTS) {
    return label === undefined ? [] : [found(policy, 'resourceLabel', `resourceLabel (${label}) is set on ${metric}, which has none`, 'remove resourceLabel')];
  }
  if (label === undefined) return [found(policy, 'resourceLabel', `resourceLabel (none) leaves open which load balancer ${REQUESTS} is of`)];
  if (RIGHT.test(label)) return [];
  return [found(policy, 'resourceLabel', `resourceLabel (${label}) is not of the form ${LABEL}`)];
}

function found({ name }: ScalingPolicyFacts, property: string, detail: string, fix?: string): Finding {
  return { property: name instanceof Unknown || name === undefined ? property : `policies[${name}].${property}`, detail, fix };
}
