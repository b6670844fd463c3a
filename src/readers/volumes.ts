import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import type { VolumeFacts, VolumeKind } from '../facts/volume';

/** A volume of a task definition. */
export function readVolume(volume: Value): VolumeFacts {
  return {
    name: volume.get('Name').text(),
    kind: readKind(volume),
    hostSourcePath: volume.at('Host', 'SourcePath').text(),
  };
}

const KINDS: ReadonlyArray<readonly [string, VolumeKind]> = [
  ['DockerVolumeConfiguration', 'docker'],
  ['EFSVolumeConfiguration', 'efs'],
  ['FSxWindowsFileServerVolumeConfiguration', 'fsx'],
  ['S3FilesVolumeConfiguration', 's3files'],
];

function readKind(volume: Value): Fact<VolumeKind> {
  for (const [property, kind] of KINDS) {
    const isSet = volume.get(property).isSet();
    if (isSet instanceof Unknown) return isSet;
    if (isSet) return kind;
  }
  const atLaunch = volume.get('ConfiguredAtLaunch').flag();
  return atLaunch instanceof Unknown ? atLaunch : atLaunch ? 'ebs' : 'bind';
}
