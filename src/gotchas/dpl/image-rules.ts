import { MOVING_TAGS } from './moving-tags';
import { anyKnown, known } from '../../facts/fact';
import type { LifecycleRuleFacts, RunningImageFacts } from '../../facts/repository';
import { coversPattern } from '../../facts/wildcards';

/** Images that a rule selects, of those that run. */
export type Selected = 'all images' | 'the tag that runs' | 'the image behind a tag that moved';

/** Returns true if a rule may delete an image in use, and by which of its tags. Ends the check where the rule or the images can't be read. */
export function selectedBy(rule: LifecycleRuleFacts, images: readonly RunningImageFacts[], tagsAreMutable: () => boolean): Selected | undefined {
  const status = known(rule.tagStatus);
  if (status === 'any') return 'all images';
  // A digest names one image, which loses its tag to the next one.
  if (status === 'untagged') return anyKnown(images, ({ tag, digest }) => isMoving(known(tag)) && known(digest) === undefined) && tagsAreMutable() ? 'the image behind a tag that moved' : undefined;
  const patterns = known(rule.tagPatterns);
  if (patterns.length === 0 || patterns.includes('*')) return 'all images';
  return anyKnown(images, ({ tag }) => matches(patterns, known(tag))) ? 'the tag that runs' : undefined;
}

function matches(patterns: readonly string[], tag: string | undefined): boolean {
  return tag !== undefined && patterns.every((pattern) => coversPattern(pattern, tag));
}

function isMoving(tag: string | undefined): boolean {
  return tag === undefined || MOVING_TAGS.has(tag) || STAGES.has(tag);
}

/** Names of stages, which each build overwrites. */
const STAGES = new Set(['production', 'prod', 'live', 'release', 'staging', 'stage', 'preprod', 'test', 'qa', 'development', 'dev', 'develop', 'current', 'trunk']);
