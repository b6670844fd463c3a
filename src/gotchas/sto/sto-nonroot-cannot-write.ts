import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import type { VolumeFacts } from '../../facts/volume';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const stoNonrootCannotWrite = defineGotcha({
  id: 'sto-nonroot-cannot-write',
  title: 'A container that is not root writes to a new EFS file system',
  consequence: 'misbehaves',
  symptom: '`Permission denied` in the log of the container, at the first file it writes.',
  why: 'The root directory of a new EFS file system belongs to root with mode 755: other users that write to it get Permission denied.',
  rule: 'Where a volume is a new EFS file system without an access point, at least 1 of the containers that write to it has `user` `root` or leaves it to its image.',
  fix: 'mount an access point with posixUser and creationInfo, which makes the user of the container the owner of the directory',
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/accessing-fs-nfs-permissions.html',
  levels: ['synth', 'live'],
  avoidedBy: '`EfsMount` creates a directory for its `posixUser`; volumes that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['volumes', 'containers'],
  check: ({ volumes, containers }) => each(volumes, (volume) => {
    const efs = known(volume.efs);
    if (efs === undefined || known(efs.hasAccessPoint) || !known(efs.fileSystem.ofApp)) return [];
    const users = containers.filter((container) => mountsForWriting(container, volume));
    // A container that is root, or may be, can change the owner of the directory.
    if (!users.every(isNotRoot)) return [];
    return users.map((container) => ({
      property: ofContainer(container, 'user'),
      detail: `user (${known(container.user)}) can't write to the root directory of volumes[${known(volume.name)}], a new EFS file system`,
    }));
  }),
});

function mountsForWriting(container: ContainerFacts, volume: VolumeFacts): boolean {
  return known(container.mounts).some((mount) => known(mount.volume) === known(volume.name) && !known(mount.readOnly));
}

/** Without a user, the image decides. */
function isNotRoot({ user }: ContainerFacts): boolean {
  const name = known(user)?.split(':')[0];
  return name !== undefined && name !== 'root' && name !== '0';
}
