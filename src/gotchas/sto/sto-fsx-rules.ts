import { known, type Fact } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofVolume } from '../naming';
import { allows } from '../permissions';

/** The credentials of the file share are a secret or a parameter. */
const READ = ['secretsmanager:GetSecretValue', 'ssm:GetParameters'];

export const stoFsxRules = defineGotcha({
  id: 'sto-fsx-rules',
  title: 'FSx for Windows File Server on Linux, or without its credentials',
  consequence: 'never-works',
  symptom: 'No instance of the cluster has the attributes that the task requires, or tasks stop with a `ResourceInitializationError` before they start.',
  why: 'Windows instances mount FSx for Windows File Server over SMB. The agent reads the credentials of the file share as the execution role.',
  rule: 'A task with `fsxWindowsFileServerVolumeConfiguration` runs on Windows, and its execution role allows `secretsmanager:GetSecretValue` or `ssm:GetParameters`.',
  fix: 'run the task on Windows, or use EFS on Linux',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['volumes'],
  reads: ['operatingSystemFamily', 'onFargate', 'executionRole'],
  check: ({ volumes, operatingSystemFamily, onFargate, executionRole }) => each(volumes, ({ name, kind }) => {
    // Fargate has no volume of this kind, which another gotcha is about.
    if (known(kind) !== 'fsx' || known(onFargate)) return [];
    const property = ofVolume(name, 'fsxWindowsFileServerVolumeConfiguration');
    return all(
      () => known(operatingSystemFamily).startsWith('WINDOWS') ? [] : [{ property, detail: `operatingSystemFamily (${known(operatingSystemFamily)}) does not mount FSx for Windows File Server` }],
      () => credentials(property, executionRole),
    );
  }),
});

function credentials(property: string, role: Fact<RoleFacts | undefined>): readonly Result[] {
  const reader = known(role);
  if (reader && READ.some((action) => allows(reader, action))) return [];
  // The policy of the secret may allow it.
  return [{
    property,
    consequence: reader ? 'risk' : undefined,
    detail: `executionRole (${reader ? `without ${READ.join(' and ')}` : 'none'}) can't read the credentials of the file share`,
    fix: `allow ${READ[0]} on the secret, or ${READ[1]} on the parameter, to the execution role`,
  }];
}
