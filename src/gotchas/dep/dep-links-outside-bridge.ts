import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const depLinksOutsideBridge = defineGotcha({
  id: 'dep-links-outside-bridge',
  title: 'Containers are linked in a task without a bridge',
  consequence: 'rejected',
  symptom: '`Links are not supported when networkMode=awsvpc.`',
  why: 'Links are a thing of the bridge network of Docker; ECS refuses to register a task definition with links in any other network mode.',
  rule: '`links` is empty unless the network mode is `bridge`.',
  fix: 'remove links: with awsvpc and host, containers of a task reach each other at localhost',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth'],
  designedOut: 'Our services have no links.',
  subject: 'task',
  needs: ['containers'],
  reads: ['networkMode'],
  check: ({ containers, networkMode }) => each(containers, (container) => {
    const links = known(container.links);
    if (links.length === 0 || known(networkMode) === 'bridge') return [];
    return [{ property: ofContainer(container, 'links'), detail: `links (${links.map(known).join(', ')}) need network mode bridge, and the task has ${known(networkMode)}` }];
  }),
});
