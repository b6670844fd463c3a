import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netRuleShadowed = defineGotcha({
  id: 'net-rule-shadowed',
  title: 'A rule of a listener that gets no request',
  consequence: 'misbehaves',
  symptom: 'Nothing fails: the requests that are meant for one service are answered by another, and the targets of the rule get none.',
  why: 'A listener evaluates its rules by priority, lowest first, and the first match gets the request: a rule after one that matches the same requests and more is never used.',
  rule: 'No rule of the listener with a lower priority may match every request of this rule: the same values of each of its conditions, wider ones, '
    + 'or none.',
  fix: 'set the lower priority on the rule that matches less, or remove it',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.shared` assigns the priorities, and refuses rules that get nothing; `Ingress.existingListener` uses your priority.',
  subject: 'listenerRule',
  needs: ['priority', 'shadowedBy'],
  check: ({ priority, shadowedBy }) => shadowedBy.length === 0 ? [] : [{
    property: 'priority',
    detail: `priority (${priority}) is after ${andOthers(shadowedBy)}, which matches every request of this rule`,
  }],
});
