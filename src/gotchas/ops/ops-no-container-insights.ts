import { defineGotcha } from '../definition';

export const opsNoContainerInsights = defineGotcha({
  id: 'ops-no-container-insights',
  title: 'The cluster keeps no metrics of its tasks',
  consequence: 'worth-knowing',
  symptom: 'After an incident CloudWatch has no data on how many tasks ran, which restarted and what they sent.',
  why: 'Without Container Insights CloudWatch has CPU and memory of whole services only: no count of running tasks, no restarts, no network and no disk metrics after an incident.',
  rule: '`containerInsights` of the cluster has to be `enabled` or `enhanced`; left out, the account decides.',
  fix: 'set containerInsights of the cluster to enabled or enhanced',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'cluster',
  needs: ['containerInsights'],
  check: ({ containerInsights }) => containerInsights === 'enabled' || containerInsights === 'enhanced' ? [] : [{
    property: 'containerInsights',
    detail: containerInsights === undefined
      ? 'containerInsights (not set) is what the account has as its default, which is mostly off'
      : 'containerInsights (disabled) keeps no metrics of tasks',
  }],
});
