import { known } from '../../facts/fact';
import { isNoInstanceType } from '../../facts/instance-types';
import { defineGotcha, each } from '../definition';

export const ec2InstanceTypeUnknown = defineGotcha({
  id: 'ec2-instance-type-unknown',
  title: 'An instance type that EC2 does not have',
  consequence: 'rejected',
  symptom: '`Invalid instance type` or `You must use a valid fully-formed launch template`, or a group that never starts an instance.',
  why: 'Each family has sizes of its own: `nano`, `micro` and `small` are burstable types alone, and `InstanceType.of` of the CDK accepts any class with any size.',
  rule: 'An instance type is a family and a size of it in small letters. Families other than `t` have no `nano`, `micro` or `small`, those of `t` end at `2xlarge`, Intel and older AMD types of `c`, `m` and `r` have no `medium`, `c5` has no `8xlarge` and no `16xlarge`.',
  fix: 'choose a size that the family has, as in m7i.large, or a burstable family, as in t3.micro',
  docsUrl: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html',
  levels: ['synth'],
  subject: 'capacity',
  needs: ['instanceTypes'],
  check: ({ instanceTypes }) => each(instanceTypes, (fact) => {
    const type = known(fact);
    return isNoInstanceType(type) ? [{ property: 'instanceType', detail: `instanceType (${type}) is none that EC2 has` }] : [];
  }),
});
