import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';
import { areInOneZone } from './zones';

export const netSingleAz = defineGotcha({
  id: 'net-single-az',
  title: 'A service in one zone',
  consequence: 'risk',
  symptom: 'In an outage of one availability zone all tasks of the service are gone at once.',
  why: 'ECS places tasks only in the zones of the subnets: when that one zone fails, nothing of the service is left and no task can start elsewhere.',
  rule: 'The subnets of a service have to be in at least 2 availability zones.',
  fix: 'select subnets in two zones or more',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['network'],
  check: ({ network }) => {
    const subnets = network ? known(network.subnets) : [];
    return areInOneZone(subnets)
      ? [{ property: 'vpcSubnets', detail: `subnets (${andOthers(subnets.map(({ id }) => typeof id === 'string' ? id : 'one'))}) are all in one zone` }]
      : [];
  },
});
