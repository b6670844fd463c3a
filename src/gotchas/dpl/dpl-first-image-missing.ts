import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const dplFirstImageMissing = defineGotcha({
  id: 'dpl-first-image-missing',
  title: 'A service pulls from a repository that its own stack creates empty',
  consequence: 'worth-knowing',
  symptom: 'The first deployment of the stack hangs at the service, whose tasks stop with `CannotPullContainerError: … not found`; then it is rolled back, and the repository with it.',
  why: 'CloudFormation creates the repository a moment before the service, and waits for tasks that have no image. A pipeline of the same stack is created too late to push one.',
  rule: 'A repository is in another stack than the service whose tasks pull from it, unless a custom resource fills it before the service, or `desiredCount` is 0.',
  fix: 'create the repository in a stack of its own and push an image before this one is deployed, build the image with ContainerImage.fromAsset, or begin with desiredCount 0',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['emptyRepositories'],
  reads: ['desiredCount'],
  check: ({ emptyRepositories, desiredCount }) => emptyRepositories.length === 0 || known(desiredCount) === 0 ? [] : [{
    property: 'taskDefinition', detail: `taskDefinition (from ${andOthers(emptyRepositories)}) has no image to pull when the stack is deployed for the first time`,
  }],
});
