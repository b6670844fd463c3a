import { defineLiveGotcha } from '../definition';

export const opsDesiredVsRunning = defineLiveGotcha({
  id: 'ops-desired-vs-running',
  title: 'Fewer tasks run than are desired',
  consequence: 'never-works',
  symptom: 'The running count stays below the desired count, and no deployment is in progress.',
  why: 'No deployment is in progress that would explain it: ECS fails to start tasks or to keep them running.',
  rule: 'Without a deployment in progress, a service has as many running and pending tasks as it desires.',
  fix: 'read the events and the reasons of the stopped tasks of the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html',
  causalRank: 'count',
});
