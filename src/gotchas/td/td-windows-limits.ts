import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { WINDOWS_CPU_UNITS } from '../../facts/fargate-sizes';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdWindowsLimits = defineGotcha({
  id: 'td-windows-limits',
  title: 'The task asks for what Windows containers do not have',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about the platform, cpu or volumes.',
  why: 'ECS runs Windows containers on X86_64 only, without EFS and without a read-only root file system, and on Fargate with 1, 2 or 4 vCPU and without EBS volumes; it refuses anything else.',
  rule: 'With an operating system family of Windows, `cpuArchitecture` isn\'t `ARM64`, no volume is on EFS, no container has `readonlyRootFilesystem`, no container has `linuxParameters`, `ulimits` or `systemControls`, and on Fargate cpu is 1024, 2048 or 4096 and no volume is on EBS.',
  fix: 'stay within what Windows containers have, or run on Linux',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['operatingSystemFamily'],
  reads: ['containers', 'cpuArchitecture', 'onFargate', 'cpuUnits', 'volumes'],
  check: ({ operatingSystemFamily, containers, cpuArchitecture, onFargate, cpuUnits, volumes }) => {
    if (!operatingSystemFamily.startsWith('WINDOWS')) return [];
    return all(
      () => known(cpuArchitecture) === 'ARM64' ? [{
        property: 'runtimePlatform.cpuArchitecture',
        detail: `cpuArchitecture (ARM64) is not supported by ${operatingSystemFamily}, only X86_64`,
        fix: 'set cpuArchitecture to X86_64',
      }] : [],
      () => known(onFargate) ? cpuOnFargate(known(cpuUnits), operatingSystemFamily) : [],
      () => each(known(containers), (container) => known(container.readonlyRootFilesystem) ? [{
        property: ofContainer(container, 'readonlyRootFilesystem'),
        detail: `readonlyRootFilesystem (true) is not supported by ${operatingSystemFamily}`,
        fix: 'remove readonlyRootFilesystem, which Windows containers do not have',
      }] : []),
      () => each(known(containers), (container) => ofLinux(container, operatingSystemFamily)),
      () => each(known(volumes), (volume) => {
        const kind = known(volume.kind);
        if (kind === 'efs') return onVolume(known(volume.name), 'EFS', operatingSystemFamily, 'use FSx for Windows File Server, or run on Linux');
        if (kind !== 'ebs' || !known(onFargate)) return [];
        return onVolume(known(volume.name), 'EBS', `${operatingSystemFamily} on Fargate`, 'run on EC2, or on Linux');
      }),
    );
  },
});

/** Settings that the API reference has for Linux alone. It does not state that ECS refuses them. */
function ofLinux(container: ContainerFacts, operatingSystemFamily: string): readonly Result[] {
  const set = [
    ['linuxParameters', known(container.initProcess) || known(container.devices) > 0 || known(container.tmpfs).length > 0 || known(container.addedCapabilities).length > 0],
    ['ulimits', known(container.ulimits).length > 0],
    ['systemControls', known(container.systemControls).length > 0],
  ] as const;
  return set.filter(([, isSet]) => isSet).map(([property]) => ({
    consequence: 'misbehaves',
    property: ofContainer(container, property),
    detail: `${property} (set) are not supported by ${operatingSystemFamily}`,
    fix: `remove ${property}, which Windows containers do not have`,
  }));
}

function onVolume(name: string | undefined, kind: string, where: string, fix: string): readonly Result[] {
  return [{ property: 'volumes', detail: `volumes (${name ?? 'without a name'}, ${kind}) are not supported by ${where}`, fix }];
}

function cpuOnFargate(cpuUnits: number | undefined, operatingSystemFamily: string): readonly Result[] {
  if (cpuUnits === undefined || WINDOWS_CPU_UNITS.includes(cpuUnits)) return [];
  const sold = WINDOWS_CPU_UNITS.join(', ');
  return [{
    property: 'cpu',
    detail: `cpu (${cpuUnits}) is not supported by ${operatingSystemFamily} on Fargate, only ${sold}`,
    fix: `set cpu to one of ${sold}`,
  }];
}
