import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const secEcrHygiene = defineGotcha({
  id: 'sec-ecr-hygiene',
  title: 'Others may read or change the images that tasks run',
  consequence: 'risk',
  symptom: 'Two tasks with one tag run different images; or pulls from unknown accounts.',
  why: 'A repository policy for every principal exposes the images to every AWS account; while tags are mutable, each principal that may push can change the image of the next task.',
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
      ? [{ property: 'repositoryPolicyText', detail: 'repositoryPolicyText (Principal *) allows every AWS account', fix: 'name the accounts that may pull' }]
      : [],
    () => isUsed && known(tagsAreMutable) ? [{
      property: 'imageTagMutability',
      consequence: 'worth-knowing',
      detail: 'imageTagMutability (MUTABLE) lets a tag that tasks run mean another image tomorrow',
      fix: 'set imageTagMutability to IMMUTABLE',
    }] : [],
  ),
});
