import { anyKnown, known, NotKnown } from '../../facts/fact';
import type { EfsVolumeFacts, VolumeFacts } from '../../facts/volume';

/** Ends the check of a directory that is not in a new file system if another task of the app, or an instance, mounts the root directory: it may make it. */
export function refuseIfMade(efs: EfsVolumeFacts, ofTask: readonly VolumeFacts[]): void {
  const id = known(efs.fileSystem.id);
  const isOwn = anyKnown(ofTask, (volume) => {
    const other = known(volume.efs);
    return other !== undefined && known(other.fileSystem.id) === id && known(other.mountsRoot);
  });
  if (known(efs.fileSystem.rootMounts) > (isOwn ? 1 : 0)) throw new NotKnown('others mount the root directory of the file system, and may create the directory');
}
