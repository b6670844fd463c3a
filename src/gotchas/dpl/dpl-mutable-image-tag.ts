import { MOVING_TAGS } from './moving-tags';
import type { ContainerFacts } from '../../facts/container';
import { known, Unknown } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const dplMutableImageTag = defineGotcha({
  id: 'dpl-mutable-image-tag',
  title: 'An image tag that moves',
  consequence: 'risk',
  symptom: 'A rollback, or scaling after a push, brings up another image than the one that was tested.',
  why: 'ECS looks up the tag when a deployment starts: a rollback deploys whatever the tag means by then, and tasks of one service can run different images.',
  rule: 'An image is named by its digest, or by a tag other than `latest`, `main`, `master`, `stable`, `edge` and `nightly`. No tag means `latest`.',
  fix: 'name the image by digest, or by a tag that is never moved',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, checkImage),
});

function checkImage(container: ContainerFacts): readonly Result[] {
  const { reference, tag, digest } = container.image;
  if (known(digest) !== undefined) return [];
  const named = known(tag);
  if (named !== undefined && !MOVING_TAGS.has(named)) return [];
  const shown = reference instanceof Unknown ? `…${named ? `:${named}` : ''}` : reference;
  const property = ofContainer(container, 'image');
  return [{ property, detail: `${property} (${shown}) has ${named ? 'a tag that moves' : 'no tag, which means latest'}` }];
}
