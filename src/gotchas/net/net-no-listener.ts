import { defineGotcha } from '../definition';

export const netNoListener = defineGotcha({
  id: 'net-no-listener',
  title: 'A load balancer without a listener',
  consequence: 'misbehaves',
  symptom: 'Connections to the load balancer are refused or time out, whichever port they are for.',
  why: 'A load balancer answers on the ports of its listeners alone. It is billed without one too.',
  rule: 'Each load balancer has at least 1 listener, if the app does not expose it to other stacks.',
  fix: 'add a listener, or remove the load balancer and what refers to it',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  levels: ['synth'],
  avoidedBy: 'An ingress that creates a load balancer creates its listeners.',
  subject: 'balancer',
  needs: ['listenerPorts', 'isOpen'],
  check: ({ listenerPorts, isOpen }) => listenerPorts.length > 0 || isOpen ? [] : [{ property: 'listeners', detail: 'listeners (none) leave the load balancer without a port that answers' }],
});
