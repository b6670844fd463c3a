import { selectedBy, type Selected } from './image-rules';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const FEW_IMAGES = 3;

export const dplImageGone = defineGotcha({
  id: 'dpl-image-gone',
  title: 'A lifecycle policy removes images that tasks are started from',
  consequence: 'misbehaves',
  symptom: '`CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref`, for new tasks only.',
  why: 'ECR doesn\'t know what runs: once the image of a service has expired, every new task, of scaling or of a rollback, stops with '
    + 'CannotPullContainerError, while the old ones run on. ECS deploys a tag by its digest: when the next build takes the tag over, the image that runs is untagged.',
  rule: 'A lifecycle rule that is for all tags of a repository whose images are deployed, or for the tag that is deployed, keeps at least 3 images by number, and expires none by age. '
    + 'A rule for untagged images goes only with tags that stay, as versions do, or with `imageTagMutability` `IMMUTABLE`.',
  fix: 'keep images by number, with room for those that were pushed and never deployed, and expire by age only what has tags of its own',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'repository',
  needs: ['isUsed', 'runningImages', 'lifecycleRules'],
  reads: ['tagsAreMutable'],
  check: ({ isUsed, runningImages, lifecycleRules, tagsAreMutable }) => !isUsed ? [] : each(lifecycleRules, (rule) => {
    if (known(rule.action) !== 'expire') return [];
    const selected = selectedBy(rule, runningImages, () => known(tagsAreMutable));
    if (selected === undefined) return [];
    const type = known(rule.countType);
    const count = known(rule.count);
    if (type === 'sinceImagePushed') {
      return [{ property: 'lifecycleRules', detail: `lifecycleRules (${count} days since the push${AMONG[selected]}) also expire the image of a service that isn't deployed for so long`, ...FIXES[selected] }];
    }
    if (type !== 'imageCountMoreThan' || count >= FEW_IMAGES) return [];
    return [{ property: 'lifecycleRules', detail: `lifecycleRules (the last ${count}${AMONG[selected]}) leave no image to go back to after a push or two`, ...FIXES[selected] }];
  }),
});

const AMONG: Readonly<Record<Selected, string>> = {
  'all images': '', 'the tag that runs': ', of the tag that runs', 'the image behind a tag that moved': ', of untagged images',
};

const FIXES: Readonly<Partial<Record<Selected, { readonly fix: string }>>> = {
  'the image behind a tag that moved': { fix: 'deploy a tag that no later build takes over, such as a version or a commit, and set imageTagMutability to IMMUTABLE' },
};
