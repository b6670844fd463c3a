import { defineLiveGotcha } from '../definition';

export const dplHookFailed = defineLiveGotcha({
  id: 'dpl-hook-failed',
  title: 'A lifecycle hook failed a deployment',
  consequence: 'never-works',
  symptom: '`Service deployment rolled back because of failed lifecycle hook(s).`',
  why: 'ECS rolls a deployment back when a hook of one of its stages fails, returns no status that ECS reads, or can\'t be called.',
  rule: 'Each lifecycle hook of a deployment returns `SUCCEEDED` in time.',
  fix: 'read the log of the function at the time of the deployment, repair what it rejects, and deploy again',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
});
