import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netSubnetIpExhausted = defineGotcha({
  id: 'net-subnet-ip-exhausted',
  title: 'Subnets with fewer addresses than the service has tasks',
  consequence: 'never-works',
  symptom: '`Unexpected EC2 error while attempting to Create Network Interface`, or the reason `RESOURCE:ENI` in the events of the service.',
  why: 'In awsvpc each task takes an address of its subnet. When none is left no task starts, and a deployment that needs old and new tasks at once stands still.',
  rule: 'The addresses of the subnets of the service, each 2^(32 − prefix) − 5, have to be enough for `maxHealthyPercent` (200 unless set) of its tasks, of '
    + '`maxCapacity` if it scales. It is an error where `desiredCount`, or `minCapacity`, alone needs more, else a warning.',
  fix: 'select larger subnets or more of them, or lower maxHealthyPercent and maxCapacity',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'service',
  needs: ['network', 'schedulingStrategy', 'scaling', 'desiredCount', 'maxHealthyPercent'],
  check: ({ network, schedulingStrategy, scaling, desiredCount, maxHealthyPercent }) => {
    if (!network || schedulingStrategy === 'DAEMON') return [];
    const subnets = new Map(known(network.subnets).map((subnet) => [known(subnet.id), known(subnet.addresses)]));
    if (subnets.size === 0 || [...subnets.values()].includes(undefined)) return [];
    const addresses = [...subnets.values()].reduce<number>((sum, size) => sum + (size ?? 0), 0);
    const least = scaling ? known(scaling.minCapacity) : desiredCount ?? 1;
    const most = Math.floor((scaling ? known(scaling.maxCapacity) : least) * (maxHealthyPercent ?? 200) / 100);
    return most <= addresses ? [] : [{
      property: 'vpcSubnets',
      detail: least > addresses
        ? `subnets (${addresses} addresses) have not enough for ${least} tasks`
        : `subnets (${addresses} addresses) have not enough for the ${most} tasks that a deployment may run at once`,
      consequence: least > addresses ? 'never-works' : 'misbehaves',
    }];
  },
});
