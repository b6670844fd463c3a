import { known, type Fact } from '../../facts/fact';
import type { EbsVolumeFacts } from '../../facts/volume';
import { table } from '../../facts/table';
import { encryption } from './ebs-encryption';
import { all, type Result } from '../definition';

interface Place {
  readonly onFargate: Fact<boolean>;
  readonly operatingSystemFamily: Fact<string>;
}

interface Limits {
  readonly sizeGiB: readonly [number, number];
  readonly iops?: readonly [number, number];
  readonly needsIops?: true;
}

/** Limits that ECS documents; EBS has since raised some of the upper ones. */
const LIMITS: Readonly<Record<string, Limits | undefined>> = table({
  gp2: { sizeGiB: [1, 16384] },
  gp3: { sizeGiB: [1, 16384], iops: [3000, 16000] },
  io1: { sizeGiB: [4, 16384], iops: [100, 64000], needsIops: true },
  io2: { sizeGiB: [4, 16384], iops: [100, 256000], needsIops: true },
  st1: { sizeGiB: [125, 16384] },
  sc1: { sizeGiB: [125, 16384] },
  standard: { sizeGiB: [1, 1024] },
});

const WITHOUT_IOPS = ['st1', 'sc1', 'standard'];
const MOST_THROUGHPUT = 1000;
const INITIALIZATION_RATES = [100, 300];
const LINUX_FILE_SYSTEMS = ['ext3', 'ext4', 'xfs'];

/** Problems of one EBS volume that a service configures. */
export function objectionsTo(volume: EbsVolumeFacts, place: Place): readonly Result[] {
  return all(
    () => known(volume.hasRole) ? [] : wrong('roleArn', 'none', 'is needed: the infrastructure role with which ECS makes the volume'),
    () => known(volume.sizeGiB) === undefined && !known(volume.fromSnapshot) ? wrong('sizeInGiB', 'none', 'is needed, or a snapshotId') : [],
    () => known(volume.initializationRateMiBps) === undefined || known(volume.fromSnapshot) ? []
      : wrong('volumeInitializationRate', `${known(volume.initializationRateMiBps)} MiB/s`, 'is for volumes from a snapshot only'),
    () => initializationRate(volume),
    () => type(volume, place),
    () => size(volume),
    () => iops(volume),
    () => throughput(volume),
    () => fileSystem(volume, place),
    () => encryption(volume),
  );
}

function wrong(property: string, value: string | number | undefined, what: string, consequence?: 'risk'): readonly Result[] {
  return [{ property: `volumeConfigurations.managedEBSVolume.${property}`, detail: `${property} (${value}) ${what}`, consequence, fix: `change ${property} of the volume` }];
}

function limitsOf(volume: EbsVolumeFacts): Limits | undefined {
  const name = known(volume.volumeType);
  return name === undefined ? undefined : LIMITS[name];
}

function type(volume: EbsVolumeFacts, { onFargate }: Place): readonly Result[] {
  const name = known(volume.volumeType);
  if (name === undefined) return [];
  if (!LIMITS[name]) return wrong('volumeType', name, `is not one of ${Object.keys(LIMITS).join(', ')}`);
  return name === 'standard' && known(onFargate) ? wrong('volumeType', name, 'is not available on Fargate') : [];
}

function size(volume: EbsVolumeFacts): readonly Result[] {
  const [gib, limits] = [known(volume.sizeGiB), limitsOf(volume)];
  if (gib === undefined || limits === undefined) return [];
  return between('sizeInGiB', gib, limits.sizeGiB, volume);
}

function iops(volume: EbsVolumeFacts): readonly Result[] {
  const [given, limits, name] = [known(volume.iops), limitsOf(volume), known(volume.volumeType)];
  if (given === undefined) return limits?.needsIops ? wrong('iops', 'none', `is needed for ${name}`) : [];
  if (name !== undefined && WITHOUT_IOPS.includes(name)) return wrong('iops', given, `is not for ${name}`);
  return limits?.iops ? between('iops', given, limits.iops, volume) : [];
}

function between(property: string, value: number, [least, most]: readonly [number, number], volume: EbsVolumeFacts): readonly Result[] {
  const rule = `is outside of what ${known(volume.volumeType)} takes, from ${least} to ${most}`;
  if (value < least) return wrong(property, value, rule);
  return value > most ? wrong(property, value, rule, 'risk') : [];
}

function throughput(volume: EbsVolumeFacts): readonly Result[] {
  const [given, name] = [known(volume.throughputMiBps), known(volume.volumeType)];
  if (given === undefined) return [];
  if (name !== undefined && name !== 'gp3') return wrong('throughput', `${given} MiB/s`, `is for gp3 only, and the volume is ${name}`);
  return given > MOST_THROUGHPUT ? wrong('throughput', `${given} MiB/s`, `is more than ECS documents, which is ${MOST_THROUGHPUT}`, 'risk') : [];
}

function initializationRate(volume: EbsVolumeFacts): readonly Result[] {
  const rate = known(volume.initializationRateMiBps);
  if (rate === undefined || (rate >= INITIALIZATION_RATES[0] && rate <= INITIALIZATION_RATES[1])) return [];
  const rule = `is outside of what EBS takes, from ${INITIALIZATION_RATES.join(' to ')}`;
  return wrong('volumeInitializationRate', `${rate} MiB/s`, rule, rate > INITIALIZATION_RATES[1] ? 'risk' : undefined);
}

function fileSystem(volume: EbsVolumeFacts, { operatingSystemFamily }: Place): readonly Result[] {
  const name = known(volume.fileSystemType)?.toLowerCase();
  if (name === undefined) return [];
  const fitting = known(operatingSystemFamily).startsWith('WINDOWS') ? ['ntfs'] : LINUX_FILE_SYSTEMS;
  return fitting.includes(name) ? [] : wrong('fileSystemType', name, `is not supported by ${known(operatingSystemFamily)}, only ${fitting.join(', ')}`);
}
