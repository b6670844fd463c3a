import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdDuplicateContainerName = defineGotcha({
  id: 'td-duplicate-container-name',
  title: 'Two containers of a task have the same name',
  consequence: 'rejected',
  symptom: '`Container names must be unique within a Task Definition.`',
  why: 'Load balancers, registries, overrides and dependencies find a container by its name; ECS refuses to register two with the same.',
  rule: 'The names of the containers of a task are all different.',
  fix: 'set a different name for each container of the task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const uses = new Map<string, number>();
    return each(containers, (container) => {
      const name = known(container.name);
      const use = (uses.get(name) ?? 0) + 1;
      uses.set(name, use);
      return use === 2
        ? [{ property: ofContainer(container, 'containerName'), detail: `containerName (${name}) is used by more than one container of the task` }]
        : [];
    });
  },
});
