import { defineGotcha } from '../definition';

/** With fewer types, one pool that runs dry takes a large part of the instances. */
const FEWEST_TYPES = 3;

export const ec2SpotOnePool = defineGotcha({
  id: 'ec2-spot-one-pool',
  title: 'Spot Instances of one or two types',
  consequence: 'misbehaves',
  symptom: '`UnfulfillableCapacity: There is no Spot capacity available that matches your request`, and tasks that stay in `PROVISIONING`.',
  why: 'EC2 takes Spot Instances back, and starts none, one instance type and zone at a time. A group of one or two types loses all or half of its instances at once, and gets none back while that pool is empty.',
  rule: 'An Auto Scaling group with Spot Instances has at least 3 instance types in the overrides of its `mixedInstancesPolicy`, or `instanceRequirements`.',
  fix: 'list at least three instance types in the overrides of mixedInstancesPolicy, with the allocation strategy price-capacity-optimized',
  docsUrl: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html',
  levels: ['synth'],
  subject: 'capacity',
  needs: ['spot', 'instanceTypes'],
  check: ({ spot, instanceTypes }) => !spot || instanceTypes.length >= FEWEST_TYPES ? [] : [{
    property: 'instanceTypes',
    detail: `instanceTypes (${instanceTypes.length === 1 ? '1 type' : `${instanceTypes.length} types`}) are too few pools for Spot Instances`,
  }],
});
