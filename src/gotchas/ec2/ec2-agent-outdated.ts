import { defineGotcha } from '../definition';

export const ec2AgentOutdated = defineGotcha({
  id: 'ec2-agent-outdated',
  title: 'Container instances stay on one machine image, and with it on an old ECS agent',
  severity: 'warning',
  why: 'The agent comes with the image: an old one lacks features, and tasks that need them are not placed because no instance has the attribute.',
  fix: 'take the image id from the SSM parameter of the ECS-optimized image, as `EcsOptimizedImage.amazonLinux2023()` does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html',
  levels: ['synth', 'live'],
  subject: 'capacity',
  needs: ['imageId', 'imageIsPinned'],
  check: ({ imageId, imageIsPinned }) => imageIsPinned
    ? [{ detail: `imageId (${imageId}) is fixed in the template, so new instances start with the agent of that image`, property: 'imageId' }]
    : [],
});
