import { defineLiveGotcha } from '../definition';

export const opsOrphanActiveDeployments = defineLiveGotcha({
  id: 'ops-orphan-active-deployments',
  title: 'Tasks of an old deployment that never ended',
  consequence: 'misbehaves',
  symptom: 'Two deployments of a service have running tasks for more than a day.',
  why: 'Two revisions answer side by side, and both are billed.',
  rule: 'A deployment without changes for a day has no running tasks beside those of the primary one.',
  fix: 'end the deployment in progress, or force a new one',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html',
  causalRank: 'none',
});
