import { refuseIfMade } from './made-directory';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofVolume } from '../naming';

export const stoAccessPointNotCreated = defineGotcha({
  id: 'sto-access-point-not-created',
  title: 'An access point whose directory EFS does not create',
  consequence: 'risk',
  symptom: '`ResourceInitializationError: failed to invoke EFS utils commands`, with `No such file or directory`.',
  why: 'EFS creates the root directory of an access point only if the access point has `CreationInfo`. On a new file system there is no directory, so the mount fails.',
  rule: 'An access point of the app that a task mounts, on a file system of the app, has `creationInfo` unless its path is `/`, or another task or an instance mounts `/`.',
  fix: 'set createAcl of the access point, with the uid, the gid and the permissions of the directory',
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
  levels: ['synth', 'live'],
  designedOut: '`EfsMount` creates an access point that creates its directory.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => each(volumes, ({ name, efs: fact }) => {
    const efs = known(fact);
    if (efs === undefined || !known(efs.hasAccessPoint)) return [];
    const point = known(efs.accessPoint);
    const path = (point && known(point.path)) ?? '/';
    if (path === '/' || !point || known(point.createsDirectory) || !known(efs.fileSystem.ofApp)) return [];
    refuseIfMade(efs, volumes);
    return [{
      property: ofVolume(name, 'efsVolumeConfiguration.authorizationConfig.accessPointId'),
      detail: `accessPointId (path ${path}) has no creationInfo, and the directory is not there in a new file system`,
    }];
  }),
});
