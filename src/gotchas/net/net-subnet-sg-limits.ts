import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netSubnetSgLimits = defineGotcha({
  id: 'net-subnet-sg-limits',
  title: 'More subnets or security groups than ECS allows',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` that names the list and its limit.',
  why: 'ECS refuses a service with more than 16 subnets or 5 security groups.',
  rule: 'A service names 16 subnets and 5 security groups at most.',
  fix: 'name at most 16 subnets and 5 security groups, and gather rules in fewer groups',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  levels: ['construct', 'synth'],
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['network'],
  check: ({ network }) => {
    if (!network) return [];
    const limits = [
      { property: 'vpcSubnets', items: network.subnets, most: 16, fix: 'select at most 16 subnets' },
      { property: 'securityGroups', items: network.securityGroups, most: 5, fix: 'keep at most 5 security groups, and move rules into them' },
    ];
    return each(limits, ({ property, items, most, fix }) => {
      const { length } = known(items);
      return length > most ? [{ property, detail: `${property} (${length}) are more than the limit of ECS, which is ${most}`, fix }] : [];
    });
  },
});
