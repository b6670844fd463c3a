import { defineLiveGotcha } from '../definition';

export const opsPullRateLimit = defineLiveGotcha({
  id: 'ops-pull-rate-limit',
  title: 'A registry rejects more pulls',
  consequence: 'rejected',
  symptom: '`toomanyrequests: You have reached your pull rate limit.`',
  why: 'Docker Hub counts anonymous pulls by address, and tasks behind one NAT gateway share it.',
  rule: 'No registry rejects pulls of tasks for their rate.',
  fix: 'pull through a cache in ECR, or set repositoryCredentials',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
  causalRank: 'start',
});
