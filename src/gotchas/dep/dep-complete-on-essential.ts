import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const depCompleteOnEssential = defineGotcha({
  id: 'dep-complete-on-essential',
  title: 'A container waits for an essential one to end',
  consequence: 'rejected',
  symptom: '`A dependency container with SUCCESS or COMPLETE condition cannot be an essential container`',
  why: 'When an essential container ends, the whole task ends; ECS refuses COMPLETE and SUCCESS on one.',
  rule: '`dependsOn` with `COMPLETE` or `SUCCESS` names a container whose `essential` is false. It is true where it is left out.',
  fix: 'set essential to false on the container that is waited for, or wait for START or HEALTHY',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => each(known(container.dependsOn), (dependency) => {
    const condition = known(dependency.condition);
    if (condition !== 'COMPLETE' && condition !== 'SUCCESS') return [];
    const name = known(dependency.containerName);
    const target = containers.find((candidate) => known(candidate.name) === name);
    if (!target || !known(target.essential)) return [];
    return [{
      property: ofContainer(container, 'dependsOn'),
      detail: `dependsOn (${condition} of ${name}) waits for the end of an essential container`,
      fix: `set essential to false on ${ofContainer(target)}, or wait for START or HEALTHY`,
    }];
  })),
});
