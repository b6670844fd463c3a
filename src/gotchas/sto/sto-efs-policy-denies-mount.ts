import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known } from '../../facts/fact';
import type { FileAccessFacts } from '../../facts/file-system';
import type { VolumeFacts } from '../../facts/volume';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';
import { covers } from '../held';
import { allows } from '../permissions';

const MOUNT = 'elasticfilesystem:ClientMount';

export const stoEfsPolicyDeniesMount = defineGotcha({
  id: 'sto-efs-policy-denies-mount',
  title: 'The policy of an EFS file system does not allow the task to mount it',
  consequence: 'never-works',
  symptom: '`mount.nfs4: access denied by server while mounting`, in the stopped reason of the tasks.',
  why: 'A file system without a policy accepts every client. One with a policy accepts what the policy allows, or what the task role allows if the volume uses IAM. '
    + 'The CDK writes a policy without `ClientMount` to deny anonymous access.',
  rule: 'The policy of a file system allows `elasticfilesystem:ClientMount` to every principal, or the volume has `authorizationConfig.iam` and the policy or the task role allows it. '
    + 'No statement denies it; one that denies connections without encryption needs `transitEncryption`.',
  fix: 'set transitEncryption and authorizationConfig.iam to ENABLED, and allow elasticfilesystem:ClientMount to the task role',
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  levels: ['synth', 'live'],
  designedOut: '`EfsMount` mounts as the task role, and grants it the mount.',
  subject: 'task',
  needs: ['volumes'],
  reads: ['taskRole', 'containers'],
  check: ({ volumes, taskRole, containers }) => each(volumes, (volume) => {
    const efs = known(volume.efs);
    const policy = efs && known(efs.fileSystem.policy);
    if (!efs || !policy) return [];
    if (!known(containers).some((container) => mounts(container, volume))) return [{ notChecked: 'no container mounts the volume' }];
    const about = policy.filter(({ actions }) => known(actions).some((action) => covers(known(action), MOUNT)));
    return all(
      () => each(about.filter(({ effect }) => known(effect) === 'Deny'), (statement) => denied(volume, statement, known(efs.transitEncryption))),
      () => {
        const allowed = about.filter(({ effect }) => known(effect) === 'Allow');
        if (allowed.some(({ everyone }) => everyone === true)) return [];
        if (!known(efs.iam)) {
          // A principal that only the deployment knows may be `*`.
          allowed.forEach(({ everyone }) => known(everyone));
          return found(volume, 'allows no anonymous client to mount it, and the volume does not use IAM');
        }
        const role = known(taskRole);
        // Without a role it is another gotcha. A statement for some principals may mean the role.
        if (role === undefined || allows(role, MOUNT)) return [];
        return allowed.length > 0 ? [{ notChecked: 'the policy of the file system allows some principals, of which the task role may be one' }]
          : found(volume, 'does not allow the mount, and the task role does not either', 'allow elasticfilesystem:ClientMount to the task role');
      },
    );
  }),
});

function mounts(container: ContainerFacts, volume: VolumeFacts): boolean {
  const name = known(volume.name);
  return name !== undefined && anyKnown(known(container.mounts), (mount) => known(mount.volume) === name);
}

function denied(volume: VolumeFacts, { everyone, condition }: FileAccessFacts, isEncrypted: boolean): readonly Result[] {
  if (!known(everyone)) return [{ notChecked: 'the policy of the file system denies some principals, of which the task role may be one' }];
  if (condition === 'unencrypted') {
    return isEncrypted ? [] : found(volume, 'denies connections without encryption, and transitEncryption is not ENABLED', 'set transitEncryption to ENABLED');
  }
  if (condition === 'other') return [{ notChecked: 'the policy of the file system denies mounts on a condition' }];
  return found(volume, 'denies every mount', 'remove elasticfilesystem:ClientMount from the statement that denies it');
}

function found(volume: VolumeFacts, what: string, fix?: string): readonly Result[] {
  return [{ property: ofVolume(volume.name, 'efsVolumeConfiguration'), detail: `fileSystemId (its policy) ${what}`, fix }];
}
