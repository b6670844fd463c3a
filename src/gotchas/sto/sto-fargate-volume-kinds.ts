import { known } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import type { VolumeFacts } from '../../facts/volume';
import { all, defineGotcha, each, type Result } from '../definition';

export const stoFargateVolumeKinds = defineGotcha({
  id: 'sto-fargate-volume-kinds',
  title: 'A kind or size of storage that Fargate does not have',
  consequence: 'rejected',
  symptom: '`Fargate compatible task definitions do not support sourcePath` and its like; or `no space left on device`.',
  why: 'Fargate has no host to mount and runs no Docker volume plugins; a task gets 20 GiB of its own, which can be raised to between 21 and 200 GiB.',
  rule: 'On Fargate a volume has no host path, no Docker plugin and no FSx for Windows File Server, and `ephemeralStorageGiB` is 21 to 200. It is not set for tasks elsewhere, which is a warning.',
  fix: 'use an empty bind mount for scratch space, EFS or S3 Files to keep and share data, EBS for one big or fast disk',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['onFargate'],
  reads: ['volumes', 'ephemeralStorageGiB', 'requiresCompatibilities'],
  check: ({ onFargate, volumes, ephemeralStorageGiB, requiresCompatibilities }) => onFargate
    ? all(() => checkSize(known(ephemeralStorageGiB)), () => each(known(volumes), checkKind))
    : elsewhere(known(ephemeralStorageGiB), requiresCompatibilities),
});

function elsewhere(sizeGiB: number | undefined, declared: TaskFacts['requiresCompatibilities']): readonly Result[] {
  if (sizeGiB === undefined) return [];
  const compatibilities = known(declared);
  // A task that declares nothing may be run on Fargate; Managed Instances refuse it, which is another gotcha.
  return compatibilities.length === 0 || compatibilities.includes('MANAGED_INSTANCES') ? [] : [{
    consequence: 'misbehaves',
    detail: `ephemeralStorage (${sizeGiB} GiB) is for Fargate alone: elsewhere tasks share the disk of their instance`,
    property: 'ephemeralStorage',
    fix: 'remove ephemeralStorage, and raise the size of the disk of the instances',
  }];
}

function checkSize(sizeGiB: number | undefined): readonly Result[] {
  return sizeGiB === undefined || (sizeGiB >= 21 && sizeGiB <= 200) ? [] : [{
    detail: `ephemeralStorage (${sizeGiB} GiB) is outside of the range of Fargate, from 21 to 200 GiB`,
    property: 'ephemeralStorage',
    fix: sizeGiB === 20 ? 'remove it: 20 GiB are there without it' : 'set it from 21 to 200 GiB',
  }];
}

function checkKind(volume: VolumeFacts): readonly Result[] {
  const property = `volumes[${typeof volume.name === 'string' ? volume.name : '…'}]`;
  const kind = known(volume.kind);
  if (kind === 'docker') return [{ detail: `${property} (a Docker volume) is not available on Fargate`, property }];
  if (kind === 'fsx') return [{ detail: `${property} (FSx for Windows File Server) is not available on Fargate`, property }];
  const path = known(volume.hostSourcePath);
  return path === undefined ? [] : [{ detail: `${property}.host.sourcePath (${path}) is on a host, which Fargate does not have`, property }];
}
