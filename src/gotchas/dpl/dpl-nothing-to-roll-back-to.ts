import { defineLiveGotcha } from '../definition';

export const dplNothingToRollBackTo = defineLiveGotcha({
  id: 'dpl-nothing-to-roll-back-to',
  title: 'A failed deployment without a good one before it',
  consequence: 'never-works',
  symptom: '`(deployment ecs-svc/…) deployment failed: tasks failed to start.`, and no rollback follows.',
  why: 'A rollback needs a completed deployment. After a failed first deployment there is none, and the service stays as it is.',
  rule: 'A service whose deployment failed has an earlier one that succeeded.',
  fix: 'deploy a revision that works',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  causalRank: 'deployment',
});
