import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

type Value = string | number | true;

/** Settings that no container on Fargate can have, each with its value in a container. */
const REFUSED: ReadonlyArray<readonly [string, (container: ContainerFacts) => Value | undefined]> = [
  ['privileged', (container) => known(container.privileged) || undefined],
  ['disableNetworking', (container) => known(container.disableNetworking) || undefined],
  ['dnsServers', (container) => counted(known(container.dnsServers))],
  ['dnsSearchDomains', (container) => counted(known(container.dnsSearchDomains))],
  ['extraHosts', (container) => counted(known(container.extraHosts))],
  ['dockerSecurityOptions', (container) => counted(known(container.dockerSecurityOptions))],
  ['hostname', (container) => known(container.hostname)],
  ['linuxParameters.devices', (container) => counted(known(container.devices))],
  ['linuxParameters.sharedMemorySize', (container) => known(container.sharedMemoryMiB)],
  ['linuxParameters.maxSwap', (container) => known(container.maxSwapMiB)],
  ['linuxParameters.swappiness', (container) => known(container.swappiness)],
];

// CDK and Docker spell it with and without the prefix.
const ALLOWED_CAPABILITIES = ['SYS_PTRACE', 'CAP_SYS_PTRACE'];

export const tdFargateUnsupportedParams = defineGotcha({
  id: 'td-fargate-unsupported-params',
  title: 'A setting that needs a host of your own, on Fargate',
  consequence: 'rejected',
  symptom: '`Tasks using the Fargate launch type do not support ipcMode.`, and the like for other settings.',
  why: 'On Fargate there is no host to change: ECS refuses a task definition with settings for one, when it is registered or when a service runs it.',
  rule: 'On Fargate there are no `placementConstraints`, no `inferenceAccelerators`, no `ipcMode` and no `pidMode` of `host`; no container is `privileged` or has `disableNetworking`, `dnsServers`, `dnsSearchDomains`, `extraHosts`, `dockerSecurityOptions`, `hostname`, `devices`, `sharedMemorySize`, `maxSwap` or `swappiness`. `SYS_PTRACE` is the only capability to add, `nofile` the only limit to set.',
  fix: 'remove the setting, or run the task on EC2',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['onFargate'],
  reads: ['containers', 'inferenceAccelerators', 'ipcMode', 'pidMode', 'placementConstraints'],
  check: ({ onFargate, containers, inferenceAccelerators, ipcMode, pidMode, placementConstraints }) => !onFargate ? [] : all(
    () => ofTask('ipcMode', known(ipcMode)),
    () => known(pidMode) === 'host' ? ofTask('pidMode', 'host') : [],
    () => ofTask('inferenceAccelerators', counted(known(inferenceAccelerators))),
    () => ofTask('placementConstraints', counted(known(placementConstraints).length)),
    () => each(known(containers), (container) => each(REFUSED, ([property, valueOf]) => refused(container, property, valueOf(container)))),
    () => each(known(containers), capabilities),
    () => each(known(containers), ulimits),
  ),
});

function counted(items: number): string | undefined {
  return items === 0 ? undefined : `${items} set`;
}

function ofTask(property: string, value: Value | undefined): readonly Result[] {
  return value === undefined ? [] : [{ property, detail: `${property} (${value}) is not available on Fargate` }];
}

function refused(container: ContainerFacts, property: string, value: Value | undefined): readonly Result[] {
  return value === undefined ? [] : [{ property: ofContainer(container, property), detail: `${property} (${value}) is not available on Fargate` }];
}

function capabilities(container: ContainerFacts): readonly Result[] {
  return each(known(container.addedCapabilities), (fact) => {
    const capability = known(fact);
    if (ALLOWED_CAPABILITIES.includes(capability)) return [];
    return [{
      property: ofContainer(container, 'linuxParameters.capabilities.add'),
      detail: `linuxParameters.capabilities.add (${capability}) is not available on Fargate, which adds SYS_PTRACE only`,
    }];
  });
}

// The documentation only states that the operating system decides the others.
function ulimits(container: ContainerFacts): readonly Result[] {
  return each(known(container.ulimits), (ulimit) => known(ulimit.name) === 'nofile' ? [] : [{
    consequence: 'risk',
    property: ofContainer(container, 'ulimits'),
    detail: `ulimits (${known(ulimit.name)}) can't be changed on Fargate, except for nofile`,
  }]);
}
