import { defineGotcha } from '../definition';

export const iamImdsReachable = defineGotcha({
  id: 'iam-imds-reachable',
  title: 'Containers can take the role of their instance',
  severity: 'info',
  why: 'Nothing keeps a container from the metadata of its instance, where the credentials of the instance role are: they register instances and pull every image.',
  fix: 'set ECS_AWSVPC_BLOCK_IMDS=true in the user data, and require IMDSv2 with a hop limit of 1 for tasks in bridge mode',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  levels: ['synth'],
  designedOut: '`Ec2Capacity` blocks it in every network mode but host.',
  subject: 'capacity',
  needs: ['hidesInstanceRole'],
  check: ({ hidesInstanceRole }) => hidesInstanceRole ? [] : [{
    property: 'userData',
    detail: 'userData (without ECS_AWSVPC_BLOCK_IMDS) and the metadata options let containers take the instance role',
  }],
});
