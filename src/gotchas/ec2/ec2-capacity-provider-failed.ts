import { defineLiveGotcha } from '../definition';

export const ec2CapacityProviderFailed = defineLiveGotcha({
  id: 'ec2-capacity-provider-failed',
  title: 'A capacity provider failed to be created, changed or attached',
  consequence: 'misbehaves',
  symptom: '`updateStatus` of a capacity provider or `attachmentsStatus` of its cluster ends with FAILED.',
  why: 'ECS manages the Auto Scaling group of the provider with a scaling plan, which could not be set up: the group does not follow the tasks.',
  rule: 'No status of the capacity providers of a cluster, of their updates and of their attachments is FAILED. Those in a strategy are ACTIVE.',
  fix: 'read the reason, correct the Auto Scaling group or the permissions, and update the capacity provider again',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProvider.html',
  causalRank: 'start',
});
