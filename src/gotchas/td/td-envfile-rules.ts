import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { RoleFacts } from '../../facts/role';
import { allowsOn } from '../allowed-on';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const MOST_FILES = 10;

export const tdEnvfileRules = defineGotcha({
  id: 'td-envfile-rules',
  title: 'An environment file that ECS cannot read',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: failed to download env files`',
  why: 'ECS reads environment files from S3 as the execution role before the container starts; where it can\'t, the task stops.',
  rule: 'A container has at most 10 environment files, each the ARN of an object in S3 whose name ends in `.env`. The task has an execution role, which allows `s3:GetObject` unless the bucket does, and `kms:Decrypt` on the key of the bucket if the app has it (a warning).',
  fix: 'name objects in S3 whose names end in .env by their ARNs, and allow s3:GetObject on them and s3:GetBucketLocation on their bucket to the execution role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'task',
  needs: ['containers'],
  reads: ['executionRole'],
  check: ({ containers, executionRole }) => each(containers, (container) => {
    const files = known(container.environmentFiles);
    if (files.length === 0) return [];
    return all(
      () => files.length <= MOST_FILES ? [] : found(container, `environmentFiles (${files.length} of them) are more than ECS reads, which is ${MOST_FILES}`),
      () => each(files, (file) => form(container, known(file))),
      () => readable(container, known(executionRole)),
      () => decrypted(container, known(executionRole)),
    );
  }),
});

function found(container: ContainerFacts, detail: string, consequence?: 'risk'): readonly Finding[] {
  return [{ property: ofContainer(container, 'environmentFiles'), detail, consequence }];
}

function form(container: ContainerFacts, arn: string): readonly Result[] {
  const shown = arn.split(HOLE).join('…');
  if (arn.startsWith(HOLE)) return [{ notChecked: 'the ARN of the file is known only at deployment' }];
  return all(
    () => /^arn:[^:]*:s3:::./.test(arn) ? [] : found(container, `environmentFiles (${shown}) is not the ARN of an object in S3`),
    () => {
      if (arn.endsWith('.env')) return [];
      return arn.endsWith(HOLE) ? [{ notChecked: 'the name of the file is known when the stack is deployed' }]
        : found(container, `environmentFiles (${shown}) does not end in .env`);
    },
  );
}

function readable(container: ContainerFacts, executionRole: RoleFacts | undefined): readonly Result[] {
  if (executionRole === undefined) return found(container, 'executionRole (none) is needed to read environmentFiles');
  if (allows(executionRole, 's3:GetObject')) return [];
  // The policy of the bucket may allow it.
  return found(container, 'executionRole (without s3:GetObject) may not be able to read environmentFiles', 'risk');
}

/** A file may have been put there with another encryption than that of its bucket. */
function decrypted(container: ContainerFacts, executionRole: RoleFacts | undefined): readonly Result[] {
  if (executionRole === undefined) return [];
  return each(known(container.environmentFileKeys), (key) => {
    if (allowsOn(executionRole, 'kms:Decrypt', [key.id], 's3') || known(key.policyRoles).includes(known(executionRole.id))) return [];
    return [{
      ...found(container, 'executionRole (without kms:Decrypt) can\'t decrypt environmentFiles, whose bucket has a key of its own', 'risk')[0],
      fix: 'allow kms:Decrypt on the key of the bucket to the execution role, as `bucket.grantRead(executionRole)` does',
    }];
  });
}
