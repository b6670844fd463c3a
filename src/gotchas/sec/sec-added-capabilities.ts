import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

/** Each of them leads from a container to its instance. */
const POWERFUL = ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO', 'DAC_READ_SEARCH', 'SYS_BOOT', 'SYSLOG', 'MAC_ADMIN', 'MAC_OVERRIDE'];
const WITHIN_LIMITS = ['NET_ADMIN', 'NET_RAW', 'SYS_PTRACE'];

export const secAddedCapabilities = defineGotcha({
  id: 'sec-added-capabilities',
  title: 'A container has Linux capabilities of its instance',
  consequence: 'risk',
  symptom: 'Nothing, until an intruder gets into the container.',
  why: 'With SYS_ADMIN and its like a process mounts file systems or loads code into the kernel: an intruder in the container gets the instance, with every task on it.',
  rule: 'Containers on EC2 don\'t add `ALL`, `SYS_ADMIN`, `SYS_MODULE`, `SYS_RAWIO`, `DAC_READ_SEARCH`, `SYS_BOOT`, `SYSLOG`, `MAC_ADMIN` or `MAC_OVERRIDE`. '
    + '`NET_ADMIN`, `NET_RAW` and `SYS_PTRACE` are worth knowing only.',
  fix: 'remove the capability, and drop ALL where the container needs none',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  needs: ['onFargate', 'containers'],
  // Fargate keeps every task on a machine of its own.
  check: ({ onFargate, containers }) => onFargate ? [] : each(containers, (container) => each(known(container.addedCapabilities), (added) => {
    const capability = known(added);
    if (!POWERFUL.includes(capability) && !WITHIN_LIMITS.includes(capability)) return [];
    return [{
      property: ofContainer(container, 'linuxParameters.capabilities'),
      consequence: POWERFUL.includes(capability) ? 'risk' : 'worth-knowing',
      detail: `capabilities (${capability}) are added to ${ofContainer(container)}`,
    }];
  })),
});
