import { defineGotcha } from '../definition';

export const iamImdsReachable = defineGotcha({
  id: 'iam-imds-reachable',
  title: 'Containers can take the role of their instance',
  consequence: 'worth-knowing',
  symptom: 'Code in a container calls AWS with the permissions of the instance.',
  why: 'Nothing keeps a container from the metadata of its instance, where the credentials of the instance role are: they register instances and pull every image.',
  rule: 'User data has `ECS_AWSVPC_BLOCK_IMDS=true` or a firewall rule for 169.254.169.254, or the launch template requires IMDSv2 with a hop limit of 1 or switches the metadata off.',
  fix: 'set ECS_AWSVPC_BLOCK_IMDS=true in the user data, and require IMDSv2 with a hop limit of 1 for tasks in bridge mode',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` blocks it in every network mode but host.',
  subject: 'capacity',
  needs: ['hidesInstanceRole'],
  check: ({ hidesInstanceRole }) => hidesInstanceRole ? [] : [{
    property: 'userData',
    detail: 'userData (without ECS_AWSVPC_BLOCK_IMDS) and the metadata options let containers take the instance role',
  }],
});
