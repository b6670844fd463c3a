import { known, Unknown } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const secPublicIp = defineGotcha({
  id: 'sec-public-ip',
  title: 'Each task has an address on the internet',
  consequence: 'worth-knowing',
  symptom: 'Security Hub reports ECS.2, and scans from the internet arrive at the tasks.',
  why: 'Only the security group is between the task and the internet, and each address is billed by the hour; in a private subnet the address leads nowhere.',
  rule: '`assignPublicIp` is `DISABLED` or left out.',
  fix: 'run the tasks in private subnets behind NAT or endpoints, or allow only the load balancer in their security group',
  docsUrl: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Tasks of our services have no public address unless asked for.',
  causalRank: 'none',
  subject: 'service',
  needs: ['network'],
  check: ({ network }) => {
    if (!network || !known(network.assignPublicIp)) return [];
    const subnets = network.subnets instanceof Unknown ? [] : network.subnets;
    const isUseless = subnets.length > 0 && subnets.every(({ egress }) => egress === 'nat' || egress === 'none');
    return [isUseless
      ? { property: 'assignPublicIp', detail: 'assignPublicIp (ENABLED) has no use in private subnets', fix: 'remove assignPublicIp' }
      : { property: 'assignPublicIp', detail: 'assignPublicIp (ENABLED) assigns a public address to each task' }];
  },
});
