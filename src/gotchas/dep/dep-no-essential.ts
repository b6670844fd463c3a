import { known, knownOf } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofContainer } from '../naming';

export const depNoEssential = defineGotcha({
  id: 'dep-no-essential',
  title: 'No container of the task is essential',
  consequence: 'rejected',
  symptom: '`Task definition doesn\'t have any essential container.`',
  why: 'A task ends when an essential container ends; ECS refuses to register a task definition in which none is essential.',
  rule: 'At least one container of a task is essential, which it is where `essential` is left out.',
  fix: 'leave essential out for the container that does the work',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth', 'live'],
  designedOut: 'The main container of our services is always essential.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const essential = containers.map((container) => container.essential);
    if (containers.length === 0 || knownOf(essential).includes(true)) return [];
    essential.forEach(known);
    return [{
      property: containers.length === 1 ? ofContainer(containers[0], 'essential') : 'containers',
      detail: `essential (false) is set on every container of the task (${containers.length})`,
    }];
  },
});
