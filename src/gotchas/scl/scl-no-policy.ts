import { known, Unknown } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';

export const sclNoPolicy = defineGotcha({
  id: 'scl-no-policy',
  title: 'A scaling range in which nothing scales',
  consequence: 'misbehaves',
  symptom: 'The count never changes, whatever the load.',
  why: 'A scalable target only sets the range of the desired count: without a policy or a schedule nothing changes the count.',
  rule: 'A scalable target has at least 1 policy or scheduled action, and each policy with steps is an action of an alarm whose actions are enabled (a warning, since another app may have it). Policies that only forecast are worth knowing.',
  fix: 'add a scaling policy or a scheduled action, or remove the scalable target',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Only scaling parts make a range; a `PredictiveScaling` alone can leave it to a forecast.',
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies', 'scheduledActions'],
  check: ({ policies, scheduledActions }) => all(() => each(policies, withoutAlarm), () => {
    if (scheduledActions > 0) return [];
    if (policies.length === 0) return [{ property: 'policies', detail: 'policies (none) and scheduledActions (none) leave the desired count where it is' }];
    if (!policies.every(({ predictiveMode }) => known(predictiveMode) === 'ForecastOnly')) return [];
    // A forecast is what one begins with.
    return [{ property: 'policies', consequence: 'worth-knowing', detail: `policies (${policies.length} of ForecastOnly) leave the desired count where it is` }];
  }),
});

/** Target tracking makes its own alarms. Another app may have the alarm of a step policy. */
function withoutAlarm({ kind, name, alarm }: ScalingPolicyFacts): readonly Result[] {
  if (known(kind) !== 'step') return [];
  const own = known(alarm);
  if (own !== undefined) return known(own.actionsEnabled) ? [] : [asleep(name)];
  return [{
    property: 'policies',
    consequence: 'risk',
    detail: `policy (${name instanceof Unknown ? 'of step scaling' : name ?? 'of step scaling'}) is an action of no alarm of this app, so its steps never run`,
    fix: 'add the policy to the AlarmActions of an alarm',
  }];
}

function asleep(name: ScalingPolicyFacts['name']): Finding {
  return {
    property: 'actionsEnabled',
    detail: `actionsEnabled (false) of the alarm of policy ${name instanceof Unknown ? 'of step scaling' : name ?? 'of step scaling'} keeps its steps from running`,
    fix: 'remove ActionsEnabled, or set it to true',
  };
}
