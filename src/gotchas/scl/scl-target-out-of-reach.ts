import { known } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import type { ServiceFacts } from '../../facts/service';
import { defineGotcha, each, type Result } from '../definition';
import { isUtilization } from './metrics';

export const sclTargetOutOfReach = defineGotcha({
  id: 'scl-target-out-of-reach',
  title: 'A utilization target that the service never reaches, or is never below',
  consequence: 'misbehaves',
  symptom: 'The count stays at its minimum under full load, or at its maximum without any.',
  why: 'A task on Fargate gets no more than it reserves, so an average above 100 percent never comes and the service never scales out; '
    + 'below 1 percent it is always over its target and stays at its maximum.',
  rule: '`targetValue` of a utilization is from 1 to 100 percent. 0 and less is rejected.',
  fix: 'set the target in percent, from 40 to 80 for most services',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  levels: ['synth', 'live'],
  designedOut: '`CpuTargetScaling` and `MemoryTargetScaling` take from 1 to 100 percent.',
  causalRank: 'none',
  subject: 'service',
  needs: ['scaling'],
  reads: ['onFargate'],
  check: ({ scaling, onFargate }) => !scaling ? [] : each(known(scaling.policies), (policy) => check(policy, onFargate)),
});

function check(policy: ScalingPolicyFacts, onFargate: ServiceFacts['onFargate']): readonly Result[] {
  if (known(policy.kind) !== 'target-tracking' || !isUtilization(known(policy.metric))) return [];
  const target = known(policy.targetValue);
  if (target === undefined) return [];
  if (target <= 0) return [{ ...found(policy, `targetValue (${target}) is a utilization that no task is below`), consequence: 'rejected' }];
  // 0.7 is probably a fraction for 70 percent.
  if (target < 1) return [found(policy, `targetValue (${target}) is less than one percent`)];
  if (target <= 100) return [];
  if (known(onFargate)) return [found(policy, `targetValue (${target}) is more than the 100 percent that a task on Fargate can use`)];
  return [{ ...found(policy, `targetValue (${target}) is more than the tasks reserve, and only reached where instances have CPU or memory to spare`), consequence: 'risk' }];
}

function found({ name }: ScalingPolicyFacts, detail: string): { readonly detail: string; readonly property: string } {
  return { detail, property: typeof name === 'string' ? `scaling[${name}].targetValue` : 'scaling.targetValue' };
}
