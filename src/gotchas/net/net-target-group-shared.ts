import { defineGotcha } from '../definition';

export const netTargetGroupShared = defineGotcha({
  id: 'net-target-group-shared',
  title: 'Two services register in one target group',
  consequence: 'misbehaves',
  symptom: 'Every other request meets the wrong application, and a deployment of one service makes the other unhealthy.',
  why: 'Requests reach tasks of either service at random, and a deployment of one counts, and deregisters, the targets of the other.',
  rule: 'A target group is named by 1 service at most.',
  fix: 'create a separate target group for each service, and share the listener with rules',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  levels: ['synth', 'live'],
  avoidedBy: 'An ingress creates a target group for each service; `Ingress.existingTargetGroup` uses an existing one.',
  subject: 'targetGroup',
  needs: ['services'],
  check: ({ services }) => services > 1 ? [{ property: 'targets', detail: `services (${services}) register in the same target group` }] : [],
});
