import { defineGotcha } from '../definition';

export const costContainerInsightsEnhanced = defineGotcha({
  id: 'cost-container-insights-enhanced',
  title: 'The cluster sends metrics for each of its containers',
  consequence: 'worth-knowing',
  symptom: 'The CloudWatch bill grows with each task, under custom metrics.',
  why: 'Enhanced Container Insights records every task and container, and CloudWatch bills each of these observations.',
  rule: '`containerInsights` of the cluster is `enabled` or `disabled`: `enhanced` bills observations of each task and container, not of services alone.',
  fix: 'set containerInsights to enabled where metrics of single containers are not used, as in clusters for development',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'cluster',
  needs: ['containerInsights'],
  check: ({ containerInsights }) => containerInsights !== 'enhanced' ? [] : [{
    property: 'containerInsights', detail: 'containerInsights (enhanced) bills metrics for each task and container of the cluster',
  }],
});
