import { beyondLimits } from './strategy-limits';
import { defineGotcha } from '../definition';

export const ec2DefaultStrategyRefused = defineGotcha({
  id: 'ec2-default-strategy-refused',
  title: 'A default strategy that no cluster takes',
  consequence: 'rejected',
  symptom: '`InvalidParameterException: A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers.`',
  why: 'A cluster may have capacity providers of both kinds, but a strategy divides tasks over one kind. ECS checks the default strategy when the cluster gets it, whether a service uses it or not.',
  rule: 'The default strategy of a cluster has at most 20 providers, all of Fargate or all of instances. One `base` at most is above 0; weights go from 0 to 1000, a base from 0 to 100000.',
  fix: 'name capacity providers of one kind in the default strategy, and those of the other in the strategies of the services',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
  levels: ['synth'],
  subject: 'cluster',
  needs: ['defaultStrategy'],
  check: ({ defaultStrategy }) => beyondLimits(defaultStrategy, 'defaultCapacityProviderStrategy'),
});
