import { defineLiveGotcha } from '../definition';

export const opsDeniedByOrganization = defineLiveGotcha({
  id: 'ops-denied-by-organization',
  title: 'A policy of the organization denies what a task needs',
  consequence: 'never-works',
  symptom: '`with an explicit deny in a service control policy`',
  why: 'A service control policy or resource control policy of AWS Organizations denies the call, whatever the role allows.',
  rule: 'No policy of the organization denies the calls that ECS makes to start a task.',
  fix: 'ask the administrators of the organization to allow the call for the role, or do without it',
  docsUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  causalRank: 'start',
});
