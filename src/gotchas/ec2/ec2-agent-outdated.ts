import { defineGotcha } from '../definition';

export const ec2AgentOutdated = defineGotcha({
  id: 'ec2-agent-outdated',
  title: 'Container instances stay on one machine image, and with it on an old ECS agent',
  consequence: 'risk',
  symptom: '`was unable to place a task because no container instance met all of its requirements`, for lack of an attribute.',
  why: 'The agent is part of the image: an old one lacks features, and tasks that need them are not placed because no instance has the attribute.',
  rule: 'The image id of the instances is looked up when the stack is deployed or an instance starts, and is no literal `ami-…` in the template. awsvpc takes agent 1.15.0 or newer, secrets 1.22.0, ECS Exec 1.50.2, Service Connect 1.67.2.',
  fix: 'take the image id from the SSM parameter of the ECS-optimized image, as `EcsOptimizedImage.amazonLinux2023()` does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The instances of `Ec2Capacity` start with the image that is recommended at the time.',
  causalRank: 'start',
  subject: 'capacity',
  needs: ['imageId', 'imageIsPinned'],
  check: ({ imageId, imageIsPinned }) => imageIsPinned
    ? [{ detail: `imageId (${imageId}) is fixed in the template, so new instances start with the agent of that image`, property: 'imageId' }]
    : [],
});
