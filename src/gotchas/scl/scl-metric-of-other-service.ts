import { known, Unknown } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const sclMetricOfOtherService = defineGotcha({
  id: 'scl-metric-of-other-service',
  title: 'A policy that follows the load of another service',
  consequence: 'misbehaves',
  symptom: 'The service gets more tasks while it is idle, or none while it is overloaded: its count follows another service.',
  why: 'A scalable target names the service, and the metric of its policy names a service or a target group by itself. Neither CloudFormation nor Application Auto Scaling compares the two.',
  rule: 'The `ServiceName` and the `TargetGroup` of a single metric that a policy or its alarm follows, and the target group of a `resourceLabel`, are those of the service that the policy scales.',
  fix: 'name the service that is scaled in the dimensions of the metric, and its own target group in resourceLabel',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  levels: ['synth'],
  avoidedBy: 'Scaling parts take the service and write the dimensions of its metrics themselves. `StepScaling` and `MetricTargetScaling` take any metric.',
  subject: 'scalableTarget',
  needs: ['followed'],
  check: ({ followed }) => each(followed, ({ policy, kind, name, isOwn }) => known(isOwn) ? [] : [{
    property: policy instanceof Unknown || policy === undefined ? 'metric' : `policies[${policy}].metric`,
    detail: `metric (of ${kind} ${name}) is not of the service that the policy scales`,
  }]),
});
