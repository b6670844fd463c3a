import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${PART}(?:/${PART})*$`);

export const dplRepositoryUnusable = defineGotcha({
  id: 'dpl-repository-unusable',
  title: 'A repository that can\'t be created, or that no task can pull from',
  consequence: 'rejected',
  symptom: '`Invalid parameter at \'repositoryName\' failed to satisfy constraint: must satisfy regular expression`, or `CannotPullContainerError` with a 403.',
  why: 'Names of repositories have small letters alone. A statement of the repository policy that denies the pull to all principals wins over what the execution role allows.',
  rule: 'The name of a repository is 2 to 256 lowercase letters, digits and `. _ - /`. No statement of the policy of one whose images tasks run denies `ecr:BatchGetImage` or `ecr:GetDownloadUrlForLayer` to all principals without a condition.',
  fix: 'write the name in small letters, and let the policy deny only what it has to',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  levels: ['synth'],
  subject: 'repository',
  needs: [],
  reads: ['name', 'isUsed', 'deniesPull'],
  check: ({ name, isUsed, deniesPull }) => all(
    () => named(known(name)),
    () => known(isUsed) && known(deniesPull) ? [{
      property: 'repositoryPolicyText',
      consequence: 'never-works',
      detail: 'repositoryPolicyText (Deny for all principals) keeps every task from the images',
      fix: 'remove the statement, or add a condition to it',
    }] : [],
  ),
});

function named(name: string | undefined): readonly Result[] {
  if (name === undefined || (NAME.test(name) && name.length >= 2 && name.length <= 256)) return [];
  const fix = name === name.toLowerCase() ? 'use lowercase letters, digits and single . _ - / between them' : `write ${name.toLowerCase()}`;
  return [{ property: 'repositoryName', detail: `repositoryName (${name}) can't be the name of a repository`, fix }];
}
