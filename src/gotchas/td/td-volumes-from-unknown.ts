import { known, knownOf } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdVolumesFromUnknown = defineGotcha({
  id: 'td-volumes-from-unknown',
  title: 'A container mounts the volumes of one that is not there',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about the container in `volumesFrom`.',
  why: 'A container with `volumesFrom` copies the mounts of another container of the same task. ECS refuses to register a name that no other container has.',
  rule: 'Each `sourceContainer` of `volumesFrom` is the name of another container of the same task definition.',
  fix: 'name another container of the task, or remove volumesFrom',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html',
  levels: ['synth'],
  avoidedBy: 'No prop sets `volumesFrom`; containers that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => each(known(container.volumesFrom), (fact) => {
    const source = known(fact);
    const property = ofContainer(container, 'volumesFrom');
    if (source === container.name) return [{ property, detail: `volumesFrom (${source}) is the container itself` }];
    const names = containers.map(({ name }) => name);
    if (knownOf(names).includes(source)) return [];
    return [{ property, detail: `volumesFrom (${source}) is not a container of the task, which has ${names.map(known).join(', ')}` }];
  })),
});
