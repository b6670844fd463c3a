import { known, Unknown } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { defineGotcha, each, type Result } from '../definition';

const CONFIGURATIONS = { 'target-tracking': 'TargetTracking', 'step': 'StepScaling', 'predictive': 'PredictiveScaling' } as const;
const ADJUSTMENTS = ['ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'];

export const sclPolicyIncomplete = defineGotcha({
  id: 'scl-policy-incomplete',
  title: 'A scaling policy whose type and configuration differ',
  consequence: 'rejected',
  symptom: '`ValidationException`, when the policy is created: about the policy type, or about an adjustment type that is none.',
  why: 'A policy is of one type, and has the configuration of this type. Steps change the count by a number, by percent, or to a number.',
  rule: 'A policy has the configuration of its `policyType`, and steps have the `adjustmentType` `ChangeInCapacity`, `PercentChangeInCapacity` or `ExactCapacity`.',
  fix: 'set the policyType of the configuration that the policy has',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html',
  levels: ['synth'],
  designedOut: 'Each scaling part is for one type, and writes it with its configuration.',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, check),
});

function check({ name, kind, configurations, adjustmentType }: ScalingPolicyFacts): readonly Result[] {
  const [own, present] = [CONFIGURATIONS[known(kind)], known(configurations)];
  const property = name instanceof Unknown || name === undefined ? 'policies' : `policies[${name}]`;
  if (!present.includes(own) && present.length > 0) {
    return [{ property, detail: `policyType (${own}) has the configuration of ${present.join(' and ')}`, fix: `set policyType to ${present[0]}${present[0] === 'TargetTracking' ? 'Scaling' : ''}` }];
  }
  const adjustment = known(adjustmentType);
  if (known(kind) !== 'step' || adjustment === undefined || ADJUSTMENTS.includes(adjustment)) return [];
  return [{ property, detail: `adjustmentType (${adjustment}) is none of ${ADJUSTMENTS.join(', ')}`, fix: `set adjustmentType to ${ADJUSTMENTS[0]}` }];
}
