import { defineLiveGotcha } from '../definition';

export const dplDeploymentFailed = defineLiveGotcha({
  id: 'dpl-deployment-failed',
  title: 'The last deployment failed',
  consequence: 'never-works',
  symptom: '`deployment failed: tasks failed to start.` or `rolling back to deployment ecs-svc/….`',
  why: 'The circuit breaker or an alarm ended the deployment: the revision that was deployed is not the one that runs.',
  rule: 'The newest deployment of a service was not rolled back and did not fail.',
  fix: 'find out why its tasks stopped or its alarms went off, repair that and deploy again',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  causalRank: 'deployment',
  follows: 'dpl-nothing-to-roll-back-to',
});
