import { known } from '../../facts/fact';
import { refusedConditions } from './rule-values';
import { all, defineGotcha } from '../definition';

export const netRuleLimits = defineGotcha({
  id: 'net-rule-limits',
  title: 'A rule with a priority or conditions that a listener does not take',
  consequence: 'rejected',
  symptom: 'Creating the rule fails with a `ValidationError` about its priority or its conditions.',
  why: 'Elastic Load Balancing refuses a rule whose conditions have more than five values or wildcards in all, or values with other characters than their kind takes, and a priority outside of 1 to 50000. A path pattern is compared with the path alone, without the query behind it.',
  rule: '`priority` is a whole number from 1 to 50000, and all conditions of a rule together have 5 values and 5 wildcards at most. There is one condition at most for the host, the path, the method and the source. Paths and hosts have up to 128 characters, of those that the API allows, methods upper case letters, '
    + 'and sources are blocks as in `10.0.0.0/8`. The host has a condition of its own, not one for a header. A condition has the object of its field, as in `PathPatternConfig`; another one is a warning.',
  fix: 'keep to five values in all conditions of a rule, with the characters of their kind, and to a priority from 1 to 50000',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  levels: ['synth'],
  designedOut: '`Ingress.shared` and `Ingress.existingListener` refuse both before they make the rule.',
  subject: 'listenerRule',
  needs: [],
  reads: ['priority', 'conditionValues', 'conditions'],
  check: ({ priority, conditionValues, conditions }) => all(
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
    () => refusedConditions(known(conditions)),
  ),
});

function isPriority(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 50000;
}
