import { anyKnown, known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const dplImageDefinitionsName = defineGotcha({
  id: 'dpl-image-definitions-name',
  title: 'A pipeline deploys an image for a container that the task does not have',
  consequence: 'misbehaves',
  symptom: 'The deploy action fails with `Invalid action configuration: The AWS ECS container app does not exist`, and the old image runs on.',
  why: 'The deploy action of CodePipeline puts the images of imagedefinitions.json into the containers of the same names, which the build writes as a text that nothing compares with the task definition.',
  rule: 'A `name` that a build of CodeBuild writes into the image definitions of a service is the name of a container in its task definition.',
  fix: 'write the name of the container into imagedefinitions.json, as in [{"name":"web","imageUri":"…"}]',
  docsUrl: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['imageDefinitions'],
  reads: ['task'],
  check: ({ imageDefinitions, task }) => {
    if (imageDefinitions.length === 0) return [];
    const containers = known(task.containers);
    // Of several lines a condition of the script may choose one.
    if (anyKnown(containers, (container) => imageDefinitions.includes(known(container.name)))) return [];
    const names = containers.map((container) => known(container.name)).join(', ');
    return [{ property: 'taskDefinition', detail: `name (${andOthers([...new Set(imageDefinitions)])}) in the image definitions of a pipeline is no container of the task, which has ${names}` }];
  },
});
