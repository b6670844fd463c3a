import { anyKnown, known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const dplImageDefinitionsName = defineGotcha({
  id: 'dpl-image-definitions-name',
  title: 'A pipeline deploys an image for a container that the task does not have',
  consequence: 'misbehaves',
  symptom: 'The deploy action fails with `Invalid action configuration: The AWS ECS container app does not exist`, and the old image runs on.',
  why: 'The deploy action of CodePipeline puts the images of imagedefinitions.json into the containers of the same names, which the build writes as a text that nothing compares with the task definition.',
  rule: 'Each `name` that a build of CodeBuild writes into the image definitions of a service is the name of a container in its task definition.',
  fix: 'write the name of the container into imagedefinitions.json, as in [{"name":"web","imageUri":"…"}]',
  docsUrl: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['imageDefinitions'],
  reads: ['task'],
  check: ({ imageDefinitions, task }) => each([...new Set(imageDefinitions)], (name) => {
    const containers = known(task.containers);
    if (anyKnown(containers, (container) => known(container.name) === name)) return [];
    const names = containers.map((container) => known(container.name)).join(', ');
    return [{ property: 'taskDefinition', detail: `name (${name}) in the image definitions of a pipeline is no container of the task, which has ${names}` }];
  }),
});
