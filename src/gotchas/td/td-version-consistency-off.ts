import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdVersionConsistencyOff = defineGotcha({
  id: 'td-version-consistency-off',
  title: 'Tasks of one deployment may run different images',
  consequence: 'worth-knowing',
  symptom: 'A task that scaling or a replacement started runs another image than the tasks beside it.',
  why: 'ECS looks a tag up once in a deployment, and starts all its tasks from the digest that it found. With versionConsistency off each task looks the tag up by itself.',
  rule: 'A container with `versionConsistency: disabled` names its image by digest.',
  fix: 'name the image by its digest, or remove versionConsistency',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    if (known(container.versionConsistency) || known(container.image.digest) !== undefined) return [];
    const property = ofContainer(container, 'versionConsistency');
    return [{ property, detail: `versionConsistency (disabled) of ${ofContainer(container)} makes each task look up the tag of its image` }];
  }),
});
