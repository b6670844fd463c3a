import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netRuleLimits = defineGotcha({
  id: 'net-rule-limits',
  title: 'A rule with more values, or another priority, than a listener takes',
  consequence: 'rejected',
  symptom: 'Creating the rule fails with a `ValidationError` about its priority or its conditions.',
  why: 'Elastic Load Balancing refuses a rule whose conditions have more than five values in all, and a priority outside of 1 to 50000.',
  rule: '`priority` is a whole number from 1 to 50000, and all conditions of a rule together have 5 values at most.',
  fix: 'keep to five values in all conditions of a rule and to a priority from 1 to 50000',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  levels: ['synth'],
  designedOut: '`Ingress.shared` and `Ingress.existingListener` refuse both before they make the rule.',
  subject: 'listenerRule',
  needs: [],
  reads: ['priority', 'conditionValues'],
  check: ({ priority, conditionValues }) => all(
    () => isPriority(known(priority)) ? [] : [{
      property: 'priority',
      detail: `priority (${known(priority)}) is not a whole number from 1 to 50000`,
      fix: 'take a priority from 1 to 50000',
    }],
    () => known(conditionValues) <= 5 ? [] : [{
      property: 'conditions',
      detail: `conditions (${known(conditionValues)} values) have more than the five that a rule takes`,
      fix: 'split the rule in two that forward to the same target group, or use wildcards',
    }],
  ),
});

function isPriority(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 50000;
}
