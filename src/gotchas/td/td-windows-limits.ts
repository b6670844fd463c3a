import { known } from '../../facts/fact';
import { WINDOWS_CPU_UNITS } from '../../facts/fargate-sizes';
import { defineGotcha, each } from '../definition';

export const tdWindowsLimits = defineGotcha({
  id: 'td-windows-limits',
  title: 'The task asks for what Windows containers do not have',
  severity: 'error',
  why: 'ECS runs Windows containers on X86_64 only, without EFS, and on Fargate with 1, 2 or 4 vCPU; it refuses anything else.',
  fix: 'stay within what Windows containers have, or run on Linux',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['operatingSystemFamily', 'cpuArchitecture', 'onFargate', 'cpuUnits', 'volumes'],
  check: ({ operatingSystemFamily, cpuArchitecture, onFargate, cpuUnits, volumes }) => {
    if (!operatingSystemFamily.startsWith('WINDOWS')) return [];
    const on = `operatingSystemFamily (${operatingSystemFamily})`;
    return [
      ...(cpuArchitecture === 'ARM64'
        ? [{
          property: 'runtimePlatform.cpuArchitecture',
          detail: `cpuArchitecture (ARM64) does not go with ${on}, which takes X86_64`,
          fix: 'set cpuArchitecture to X86_64',
        }]
        : []),
      ...(onFargate && cpuUnits !== undefined && !WINDOWS_CPU_UNITS.includes(cpuUnits)
        ? [{
          property: 'cpu',
          detail: `cpu (${cpuUnits}) does not go with ${on} on Fargate, which takes ${WINDOWS_CPU_UNITS.join(', ')}`,
          fix: `set cpu to one of ${WINDOWS_CPU_UNITS.join(', ')}`,
        }]
        : []),
      ...each(volumes, (volume) => known(volume.kind) === 'efs'
        ? [{
          property: `volumes[${known(volume.name)}].efsVolumeConfiguration`,
          detail: `volumes[${known(volume.name)}] (EFS) does not go with ${on}`,
          fix: 'use FSx for Windows File Server, or run on Linux',
        }]
        : []),
    ];
  },
});
