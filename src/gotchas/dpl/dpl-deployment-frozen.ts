import { defineLiveGotcha } from '../definition';

export const dplDeploymentFrozen = defineLiveGotcha({
  id: 'dpl-deployment-frozen',
  title: 'A deployment makes no progress',
  consequence: 'never-works',
  symptom: 'The deployment stays in progress, and CloudFormation waits for the service.',
  why: 'Without a circuit breaker, ECS starts tasks again and again. CloudFormation fails after three hours.',
  rule: 'A deployment in progress has all of its tasks within 30 minutes, and fewer than 3 of its tasks failed.',
  fix: 'read the reasons of its stopped tasks and its events; to end it, deploy the revision that ran before',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html',
  causalRank: 'deployment',
  follows: 'dpl-deployment-failed',
});
