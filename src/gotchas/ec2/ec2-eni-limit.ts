import { defineLiveGotcha } from '../definition';

export const ec2EniLimit = defineLiveGotcha({
  id: 'ec2-eni-limit',
  title: 'No network interface left on the instances',
  consequence: 'never-works',
  symptom: '`encountered error "RESOURCE:ENI".`',
  why: 'In network mode awsvpc each task uses a network interface of its instance, which has few: three, one of them its own, on a c5.large.',
  rule: 'The instances of a cluster have a free network interface for each task in network mode awsvpc.',
  fix: 'enable the account setting awsvpcTrunking and replace the instances, or use types with more network interfaces',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
  causalRank: 'start',
});
