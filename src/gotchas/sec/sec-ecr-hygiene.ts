import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const secEcrHygiene = defineGotcha({
  id: 'sec-ecr-hygiene',
  title: 'Others may read or change the images that tasks run',
  consequence: 'risk',
  symptom: 'Two tasks with one tag run different images; or pulls from accounts that nobody knows.',
  why: 'A repository policy for everybody gives the images to every AWS account; while tags are mutable, whoever may push can change what the next task runs.',
  rule: 'The policy of a repository doesn\'t allow the principal `*` without a condition. `imageTagMutability` of one whose images tasks run should be '
    + '`IMMUTABLE`, which is worth knowing only.',
  fix: 'name the accounts that may pull, and make the tags of the repository immutable',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  levels: ['synth'],
  subject: 'repository',
  needs: ['isUsed'],
  reads: ['isOpenToAll', 'tagsAreMutable'],
  check: ({ isUsed, isOpenToAll, tagsAreMutable }) => all(
    () => known(isOpenToAll)
      ? [{ property: 'repositoryPolicyText', detail: 'repositoryPolicyText (Principal *) lets every AWS account in', fix: 'name the accounts that may pull' }]
      : [],
    () => isUsed && known(tagsAreMutable) ? [{
      property: 'imageTagMutability',
      consequence: 'worth-knowing',
      detail: 'imageTagMutability (MUTABLE) lets a tag that tasks run mean another image tomorrow',
      fix: 'set imageTagMutability to IMMUTABLE',
    }] : [],
  ),
});
