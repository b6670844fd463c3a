import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofVolume } from '../naming';

export const stoDuplicateVolumeName = defineGotcha({
  id: 'sto-duplicate-volume-name',
  title: 'Two volumes of a task have one name',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about its volumes.',
  why: 'Containers mount volumes by their names; ECS refuses to register a task definition in which a name stands for two.',
  rule: 'The names of the volumes of a task definition differ from each other.',
  fix: 'set a different name for each volume',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  levels: ['synth'],
  avoidedBy: 'The volume parts set a different name for each volume; those that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['volumes'],
  check: ({ volumes }) => {
    const names = new Set<string>();
    return each(volumes, (volume) => {
      const name = known(volume.name);
      if (name === undefined || names.size < names.add(name).size) return [];
      return [{ property: ofVolume(name, 'name'), detail: `name (${name}) is already that of another volume` }];
    });
  },
});
