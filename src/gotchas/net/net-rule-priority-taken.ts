import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netRulePriorityTaken = defineGotcha({
  id: 'net-rule-priority-taken',
  title: 'Two rules of one listener with the same priority',
  consequence: 'rejected',
  symptom: '`Priority \'…\' is currently in use`, when the second rule is created.',
  why: 'Elastic Load Balancing allows each priority of a listener once, in any stack: the second deployment fails.',
  rule: 'No 2 rules of one listener have the same `priority`, whichever stacks of the app they are in.',
  fix: 'set a different priority for each rule of the listener',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.shared` assigns the priorities of all services behind a `SharedLoadBalancer`; `Ingress.existingListener` uses yours.',
  subject: 'listenerRule',
  needs: ['priority', 'samePriority'],
  check: ({ priority, samePriority }) => samePriority.length === 0 ? [] : [{
    property: 'priority',
    detail: `priority (${priority}) is taken by ${andOthers(samePriority)}`,
  }],
});
