import { defineLiveGotcha } from '../definition';

export const netSubnetOrGroupGone = defineLiveGotcha({
  id: 'net-subnet-or-group-gone',
  title: 'A subnet or security group of the service was deleted',
  consequence: 'rejected',
  symptom: '`The subnet ID \'subnet-…\' does not exist` or `The security group \'sg-…\' does not exist`',
  why: 'The service still names it: running tasks stay as they are, and no new task gets a network interface.',
  rule: 'The subnets and security groups of a service exist.',
  fix: 'name subnets and security groups that exist, and deploy',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
  causalRank: 'start',
});
