import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const costPublicIpv4 = defineGotcha({
  id: 'cost-public-ipv4',
  title: 'Public IPv4 addresses that cost more than they are worth',
  consequence: 'cost',
  symptom: '`PublicIPv4:InUseAddress` on the bill, for each running task.',
  why: 'Each public IPv4 address is billed by the hour, $3.65 a month; in a subnet that leads to a NAT gateway or nowhere it is of no use.',
  rule: '`assignPublicIp` is for subnets that lead to an internet gateway, and cheaper than a NAT gateway ($32.85 a month) for up to 9 tasks at $3.65 each.',
  fix: 'leave assignPublicIp out',
  docsUrl: 'https://aws.amazon.com/vpc/pricing/',
  levels: ['synth'],
  subject: 'service',
  needs: ['network', 'onFargate'],
  reads: ['desiredCount', 'scaling'],
  check: ({ network, onFargate, desiredCount, scaling }) => !network || !onFargate || !known(network.assignPublicIp) ? [] : all(
    () => {
      const useless = known(network.subnets).find(({ egress }) => egress === 'nat' || egress === 'none');
      return useless ? [{ property: 'assignPublicIp', detail: `assignPublicIp (true) is of no use in ${known(useless.id)}, which does not lead to an internet gateway` }] : [];
    },
    () => {
      const range = known(scaling);
      const tasks = range ? known(range.minCapacity) : known(desiredCount) ?? 1;
      return tasks * ADDRESS_USD <= NAT_GATEWAY_USD ? [] : [{
        property: 'assignPublicIp',
        detail: `assignPublicIp (true) costs $${(tasks * ADDRESS_USD).toFixed(2)} a month for ${tasks} tasks in us-east-1, a NAT gateway $${NAT_GATEWAY_USD.toFixed(2)} and its traffic`,
        fix: 'compare with private subnets and a NAT gateway, or endpoints',
        consequence: 'worth-knowing',
      }];
    },
  ),
});

// 730 hours of $0.005 and of $0.045.
const ADDRESS_USD = 3.65;
const NAT_GATEWAY_USD = 32.85;
