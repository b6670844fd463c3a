import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const FEW_IMAGES = 3;

export const dplImageGone = defineGotcha({
  id: 'dpl-image-gone',
  title: 'A lifecycle policy removes images that tasks are started from',
  consequence: 'misbehaves',
  symptom: '`CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref`, for new tasks only.',
  why: 'ECR doesn\'t know what runs: once the image of a service has expired, every new task, of scaling or of a rollback, stops with '
    + 'CannotPullContainerError, while the old ones run on.',
  rule: 'A lifecycle rule that is for all tags of a repository whose images are deployed keeps at least 3 images by number, and expires none by age.',
  fix: 'keep images by number, with room for those that were pushed and never deployed, and expire by age only what has tags of its own',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
  levels: ['synth', 'live'],
  subject: 'repository',
  needs: ['isUsed', 'expiryRules'],
  check: ({ isUsed, expiryRules }) => !isUsed ? [] : each(expiryRules, (rule) => {
    if (!known(rule.isForAll)) return [];
    const type = known(rule.countType);
    const count = known(rule.count);
    if (type === 'sinceImagePushed') {
      return [{ property: 'lifecycleRules', detail: `lifecycleRules (${count} days since the push) also expire the image of a service that isn't deployed for so long` }];
    }
    if (type !== 'imageCountMoreThan' || count >= FEW_IMAGES) return [];
    return [{ property: 'lifecycleRules', detail: `lifecycleRules (the last ${count}) leave no image to go back to after a push or two` }];
  }),
});
