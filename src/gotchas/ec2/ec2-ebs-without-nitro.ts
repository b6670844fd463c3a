import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

/** Families of instances from before the Nitro System. */
const XEN = /^(t1|t2|m1|m2|m3|m4|c1|c3|c4|r3|r4|i2|d2|g2|g3s?|p2|x1e?|f1|h1)\./;

export const ec2EbsWithoutNitro = defineGotcha({
  id: 'ec2-ebs-without-nitro',
  title: 'Tasks with EBS volumes on instances that can\'t attach them',
  consequence: 'never-works',
  symptom: 'Tasks stay `PROVISIONING` or are not placed: no container instance has the attributes that an EBS volume requires.',
  why: 'ECS attaches EBS volumes to instances of the Nitro System only. Older families, such as t2 and m4, can\'t have them.',
  rule: 'Instances of a service with `volumeConfigurations` are of families that are built on the Nitro System. Older ones beside them are a warning.',
  fix: 'use instance types of the Nitro System, such as m6i or t3',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'service',
  needs: ['ebsVolumes', 'onFargate', 'capacities'],
  check: ({ ebsVolumes, onFargate, capacities }) => {
    if (ebsVolumes.length === 0 || onFargate) return [];
    const types = [...new Set(capacities.flatMap(({ instanceTypes }) => known(instanceTypes).map(known)))];
    const old = types.filter((type) => XEN.test(type));
    return old.length === 0 ? [] : [{
      property: 'capacityProviderStrategy',
      consequence: old.length < types.length ? 'risk' : undefined,
      detail: `instanceTypes (${andOthers(old)}) are not built on the Nitro System, which EBS volumes of ECS need`,
    }];
  },
});
