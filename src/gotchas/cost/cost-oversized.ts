import { defineLiveGotcha } from '../definition';

export const costOversized = defineLiveGotcha({
  id: 'cost-oversized',
  title: 'Tasks that never use most of their size',
  consequence: 'worth-knowing',
  symptom: 'CPUUtilization and MemoryUtilization of the service stay low.',
  why: 'Fargate bills what a task reserves, from its image pull to its end, whether it uses it or not.',
  rule: 'In 14 days, the service used more than 30 % of its CPU or of its memory at least once.',
  fix: 'use a smaller size, or fewer tasks',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-tasksize.html',
  causalRank: 'none',
});
