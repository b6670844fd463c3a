import { known } from '../../facts/fact';
import type { DockerVolumeFacts } from '../../facts/volume';
import { defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

const OPTIONS = ['type', 'device', 'o', 'size'];

export const stoDockerVolumeOptions = defineGotcha({
  id: 'sto-docker-volume-options',
  title: 'Options of a Docker volume that the local driver does not have',
  consequence: 'never-works',
  symptom: 'Tasks stop with `CannotCreateVolumeError: … create …: invalid option: "volumeType"`, or `missing required option: "device"`.',
  why: 'The driver `local` mounts as the command mount does, and knows the options `type`, `device`, `o` and `size` by these names alone. ECS passes them on unread, so that the mistake shows when a task starts.',
  rule: 'The `driverOpts` of a volume with the driver `local` are `type`, `device`, `o` and `size`. `type` and `device` stand together, and `o` stands with both.',
  fix: 'write type, device and o, as in type: nfs, device: :/, o: addr=…,nfsvers=4.1',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/docker-volume-examples.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'task',
  needs: ['volumes'],
  reads: ['operatingSystemFamily'],
  check: ({ volumes, operatingSystemFamily }) => each(volumes, (volume) => {
    const docker = known(volume.docker);
    if (!docker || known(docker.driver) !== 'local' || /WINDOWS/.test(known(operatingSystemFamily))) return [];
    return objections(ofVolume(volume.name), docker);
  }),
});

function objections(volume: string, { options }: DockerVolumeFacts): readonly Result[] {
  const names = Object.keys(known(options));
  const unknown = names.filter((name) => !OPTIONS.includes(name));
  if (unknown.length > 0) return [{ property: volume, detail: `driverOpts (${unknown.join(', ')}) of ${volume} are none of the local driver, which has ${OPTIONS.join(', ')}` }];
  const mounts = names.filter((name) => name !== 'size');
  const missing = mounts.length === 0 ? [] : ['type', 'device'].filter((name) => !names.includes(name));
  return missing.length === 0 ? [] : [{ property: volume, detail: `driverOpts (${mounts.join(', ')}) of ${volume} lack ${missing.join(' and ')}, without which the local driver mounts nothing`, fix: `add ${missing.join(' and ')} to the driverOpts` }];
}
