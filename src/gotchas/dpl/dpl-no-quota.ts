import { defineLiveGotcha } from '../definition';

export const dplNoQuota = defineLiveGotcha({
  id: 'dpl-no-quota',
  title: 'A quota of the account prevents tasks from starting',
  consequence: 'rejected',
  symptom: '`You\'ve reached the limit on the number of vCPUs you can run concurrently.`',
  why: 'AWS limits the vCPUs of an account and region, and new accounts start small. ECS keeps trying while tasks are missing.',
  rule: 'The tasks of all services of an account and region fit into its quotas.',
  fix: 'request a higher quota for Fargate in Service Quotas, or run fewer or smaller tasks',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  causalRank: 'start',
});
