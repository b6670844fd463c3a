import { known, knownOf } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdMountpointUnknownVolume = defineGotcha({
  id: 'td-mountpoint-unknown-volume',
  title: 'A container mounts a volume that the task does not have',
  consequence: 'rejected',
  symptom: '`Unknown volume \'…\'.`',
  why: 'A mount point names a volume of its own task definition; ECS refuses to register one that is not there.',
  rule: 'Each `sourceVolume` of a mount point is the name of a volume of the same task definition.',
  fix: 'add the volume to the task definition, or correct the name in the mount point',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['containers', 'volumes'],
  check: ({ containers, volumes }) => each(containers, (container) => each(known(container.mounts), (mount) => {
    const volume = known(mount.volume);
    const names = volumes.map((candidate) => candidate.name);
    if (volume === undefined || knownOf(names).includes(volume)) return [];
    const has = names.map(known).join(', ');
    return [{
      property: ofContainer(container, 'mountPoints'),
      detail: `sourceVolume (${volume}) is not a volume of the task, which has ${has || 'none'}`,
    }];
  })),
});
