import { known } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { defineGotcha, type Finding } from '../definition';
import { needsTasks } from './needs-tasks';

const MESSAGES = 'ApproximateNumberOfMessagesVisible';

export const sclZeroCannotReturn = defineGotcha({
  id: 'scl-zero-cannot-return',
  title: 'A service that scales to zero has nothing to bring it back',
  consequence: 'misbehaves',
  symptom: 'The service stays at 0 tasks for hours, while callers get `503` or a queue fills.',
  why: 'Without tasks there is no CPU, memory or requests per target to measure: once at zero the service stays there, whatever arrives. '
    + 'An alarm that asks for more than one message leaves a single one to wait until it expires.',
  rule: 'With a `minCapacity` of 0 a service needs a scheduled action, or at least 1 policy that follows something which exists without tasks and adds tasks '
    + 'to none: steps in percent don\'t. A policy on the messages of a queue has to act on 1 message (a warning).',
  fix: 'set minCapacity to 1 or more, or add scaling on a metric that exists without tasks, like the length of a queue',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  levels: ['synth', 'live'],
  avoidedBy: '`QueueBacklogScaling` has an alarm that fires at one message where `minCapacity` is 0.',
  causalRank: 'none',
  subject: 'service',
  needs: ['scaling'],
  check: ({ scaling }) => {
    if (!scaling || known(scaling.minCapacity) > 0) return [];
    const policies = known(scaling.policies);
    if (policies.length === 0 || known(scaling.scheduledActions) > 0) return [];
    const ways = policies.filter(mayBringBack);
    return ways.length === 0 ? [nothing(policies)] : late(ways);
  },
});

function mayBringBack(policy: ScalingPolicyFacts): boolean {
  if (known(policy.kind) === 'predictive' && known(policy.predictiveMode) === 'ForecastOnly') return false;
  if (known(policy.kind) === 'step' && known(policy.addsFromZero) === false) return false;
  return !needsTasks(policy);
}

function nothing(policies: readonly ScalingPolicyFacts[]): Finding {
  const metrics = policies.map(({ metric, name }) => (typeof metric === 'string' ? metric : typeof name === 'string' ? name : undefined));
  const named = [...new Set(metrics.filter((metric) => metric !== undefined))].join(', ');
  return { property: 'minCapacity', detail: `minCapacity (0) scales on nothing that adds tasks where none run${named ? `, only on ${named}` : ''}` };
}

/** Reports policies that all wait for more than one message at 0 tasks. */
function late(ways: readonly ScalingPolicyFacts[]): readonly Finding[] {
  const leasts = ways.map(leastMessages);
  if (leasts.some((least) => least === undefined || least <= 1)) return [];
  const least = Math.min(...leasts as readonly number[]);
  return [{
    property: 'minCapacity',
    consequence: 'misbehaves',
    detail: `minCapacity (0) leaves messages to wait until there are ${least} of them`,
    fix: 'let the alarm fire at 1 message: a threshold of 0 with GreaterThanThreshold, or of 1 with GreaterThanOrEqualToThreshold',
  }];
}

/** Number of messages at which tasks are added; `undefined` for another metric. */
function leastMessages(policy: ScalingPolicyFacts): number | undefined {
  if (known(policy.metric) !== MESSAGES) return undefined;
  if (known(policy.kind) === 'target-tracking') return Math.floor(known(policy.targetValue) ?? 0) + 1;
  const alarm = known(policy.alarm);
  const [threshold, comparison] = [known(alarm?.threshold), known(alarm?.comparison)];
  if (threshold === undefined) return undefined;
  if (comparison === 'GreaterThanThreshold') return Math.floor(threshold) + 1;
  return comparison === 'GreaterThanOrEqualToThreshold' ? Math.ceil(threshold) : undefined;
}
