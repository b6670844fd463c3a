import { selectedBy } from './image-rules';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const dplImageArchived = defineGotcha({
  id: 'dpl-image-archived',
  title: 'A lifecycle policy archives images that tasks are started from',
  consequence: 'misbehaves',
  symptom: '`CannotPullContainerError` with a 404 of the registry, for new tasks only, while the image is still listed as `ARCHIVED`.',
  why: 'Nothing is pulled from the archive of ECR: once the image of a service has moved there, every new task stops, of scaling, of a repair or of a rollback, until it is restored.',
  rule: 'A lifecycle rule with the action `transition` selects neither all images of a repository whose images are deployed, nor the tag that is deployed, nor untagged images where a deployed tag moves.',
  fix: 'archive only images with tags that are not deployed',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive-image.html',
  levels: ['synth'],
  subject: 'repository',
  needs: ['isUsed', 'runningImages', 'lifecycleRules'],
  reads: ['tagsAreMutable'],
  check: ({ isUsed, runningImages, lifecycleRules, tagsAreMutable }) => !isUsed ? [] : each(lifecycleRules, (rule) => {
    if (known(rule.action) !== 'transition') return [];
    const selected = selectedBy(rule, runningImages, () => known(tagsAreMutable));
    if (selected === undefined) return [];
    const type = known(rule.countType);
    // The newest ones stay where they are.
    if (type === 'imageCountMoreThan' && known(rule.count) >= 3) return [];
    return [{ property: 'lifecycleRules', detail: `lifecycleRules (transition, ${type} ${known(rule.count)}) archive ${selected}, which ECS can't pull then` }];
  }),
});
