import { known } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';

export const stoAccessPointElsewhere = defineGotcha({
  id: 'sto-access-point-elsewhere',
  title: 'A volume has an access point of another file system',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes`, with `access denied by server` or an access point that is not there.',
  why: 'An access point belongs to one file system. A task mounts the file system of the volume through it, and EFS denies the mount where the two do not belong together.',
  rule: 'The access point of a volume is one of the `fileSystemId` of the same volume.',
  fix: 'set fileSystemId to the file system of the access point',
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
  levels: ['construct', 'synth'],
  avoidedBy: '`EfsMount` creates the access point on the file system that it mounts, and refuses one of another file system.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => each(volumes, ({ name, efs: fact }) => {
    const efs = known(fact);
    if (efs === undefined || !known(efs.hasAccessPoint)) return [];
    const [mounted, owner] = [known(efs.fileSystem.id), known(known(efs.accessPoint)!.fileSystemId)];
    return mounted === owner ? [] : differing(mounted, owner, ofVolume(name, 'efsVolumeConfiguration.authorizationConfig.accessPointId'));
  }),
});

function differing(mounted: string, owner: string, property: string): readonly Result[] {
  // The id of a file system of the app is known at deployment only, and may be that of a text.
  if (isOfApp(mounted) !== isOfApp(owner)) return [{ notChecked: 'the id of a file system is known at deployment only' }];
  return [{ property, detail: 'accessPointId (an access point of another file system) can\'t mount fileSystemId' }];
}

function isOfApp(id: string): boolean {
  return id.includes('#');
}
