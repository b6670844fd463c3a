import { defineLiveGotcha } from '../definition';

export const ec2CapacityUnavailable = defineLiveGotcha({
  id: 'ec2-capacity-unavailable',
  title: 'EC2 has no instance of the requested kind',
  consequence: 'rejected',
  symptom: '`InsufficientInstanceCapacity` in the reason of a stopped task or a capacity provider.',
  why: 'A capacity provider launches only what its requirements allow, in its subnets. EC2 may have none of it in those zones at that time.',
  rule: 'EC2 has capacity for one of the instance types of a capacity provider in one of its zones.',
  fix: 'allow more instance types and zones in the capacity provider, and On-Demand beside Spot',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-errors.html',
  causalRank: 'start',
});
