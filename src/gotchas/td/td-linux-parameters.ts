import type { ContainerFacts } from '../../facts/container';
import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const CAPABILITIES: readonly string[] = [
  'ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH',
  'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN',
  'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT',
  'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'SYSLOG', 'WAKE_ALARM',
];

const LIMITS: readonly string[] = [
  'core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio', 'rttime', 'sigpending', 'stack',
];

const GREATEST_SWAPPINESS = 100;

export const tdLinuxParameters = defineGotcha({
  id: 'td-linux-parameters',
  title: 'A capability, limit or swap setting that ECS does not know',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException`; or the container runs without the setting.',
  why: 'ECS has fixed lists of Linux capabilities and of limits, and takes a swappiness from 0 to 100; it refuses to register anything else. It ignores the swappiness of a container without `maxSwap`.',
  rule: '`capabilities` and the names of `ulimits` are those that the API lists. `swappiness` is 0 to 100, beside a `maxSwap` of 0 or more. On Fargate `td-fargate-unsupported-params` is stricter.',
  fix: 'correct the name, in the words of the API reference: NET_ADMIN, nofile',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
  levels: ['synth'],
  avoidedBy: 'The props take the enumerations of the CDK, and check the ranges.',
  subject: 'task',
  needs: ['containers', 'onFargate'],
  // Fargate refuses most of these settings, whatever their values are.
  check: ({ containers, onFargate }) => each(containers, (container) => all(
    () => onFargate ? [] : capabilities(container, 'add', container.addedCapabilities),
    () => capabilities(container, 'drop', container.droppedCapabilities),
    () => onFargate ? [] : each(known(container.ulimits), (ulimit) => limit(container, known(ulimit.name))),
    () => onFargate ? [] : swap(container),
  )),
});

function capabilities(container: ContainerFacts, list: 'add' | 'drop', names: Fact<readonly Fact<string>[]>): readonly Result[] {
  return each(known(names), (fact) => {
    const name = known(fact);
    // Docker spells them with a prefix, in any case.
    return CAPABILITIES.includes(name.toUpperCase().replace(/^CAP_/, '')) ? []
      : [{ property: ofContainer(container, `linuxParameters.capabilities.${list}`), detail: `capabilities.${list} (${name}) is not a capability that ECS knows` }];
  });
}

function limit(container: ContainerFacts, name: string): readonly Result[] {
  return LIMITS.includes(name) ? [] : [{ property: ofContainer(container, 'ulimits'), detail: `ulimits (${name}) is not one of ${LIMITS.join(', ')}` }];
}

function swap(container: ContainerFacts): readonly Result[] {
  return all(
    () => {
      const maxSwap = known(container.maxSwapMiB);
      return maxSwap === undefined || maxSwap >= 0 ? [] : [{
        property: ofContainer(container, 'linuxParameters.maxSwap'),
        detail: `linuxParameters.maxSwap (${maxSwap} MiB) is below 0`,
        fix: 'set maxSwap to 0 for no swap memory, or to a number of MiB',
      }];
    },
    () => {
      const swappiness = known(container.swappiness);
      if (swappiness === undefined) return [];
      const property = ofContainer(container, 'linuxParameters.swappiness');
      if (swappiness < 0 || swappiness > GREATEST_SWAPPINESS) {
        return [{ property, detail: `linuxParameters.swappiness (${swappiness}) is not from 0 to ${GREATEST_SWAPPINESS}`, fix: `set it from 0 to ${GREATEST_SWAPPINESS}` }];
      }
      return known(container.maxSwapMiB) !== undefined ? []
        : [{ property, consequence: 'misbehaves', detail: `linuxParameters.swappiness (${swappiness}) is ignored without maxSwap`, fix: 'set maxSwap too, or remove swappiness' }];
    },
  );
}
