import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netRuleShadowed = defineGotcha({
  id: 'net-rule-shadowed',
  title: 'A rule of a listener that gets no request',
  consequence: 'misbehaves',
  symptom: 'Nothing fails: the requests that are meant for one service are answered by another, and the targets of the rule get none.',
  why: 'A listener asks its rules by priority, lowest first, and the first that matches gets the request: a rule after one that takes the same and more is never asked.',
  rule: 'No rule of the listener with a lower priority may take every request that this one takes: the same values of each of its conditions, wider ones, '
    + 'or none.',
  fix: 'give the rule that takes less the lower priority, or remove it',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  levels: ['synth'],
  designedOut: '`Ingress.shared` assigns the priorities, and refuses rules that get nothing.',
  subject: 'listenerRule',
  needs: ['priority', 'shadowedBy'],
  check: ({ priority, shadowedBy }) => shadowedBy.length === 0 ? [] : [{
    property: 'priority',
    detail: `priority (${priority}) comes after ${andOthers(shadowedBy)}, which takes every request that this rule would`,
  }],
});
