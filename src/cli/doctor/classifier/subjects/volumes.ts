import { noReason } from '../common';
import { EBS } from './ebs';
import { EFS_VOLUMES } from './efs';
import { S3_FILES } from './s3-files';
import type { Subject } from '../meaning';

/** File systems and disks of a task. */
export const VOLUMES: readonly Subject[] = [
  S3_FILES,
  EFS_VOLUMES,
  {
    is: /infrastructure role/i,
    causes: [
      {
        when: /missing permissions/i,
        meaning: {
          id: 'iam-infrastructure-role-missing',
          means: 'can\'t be put behind their load balancer by the infrastructure role',
          why: 'ECS manages listeners, rules and target groups as the infrastructure role during a deployment.',
          fix: 'let ecs.amazonaws.com assume the infrastructure role in its trust policy, and attach AmazonECSInfrastructureRolePolicyForLoadBalancers to it',
        },
      },
      {
        when: /unable to assume|trust relationship/i,
        meaning: {
          id: 'iam-trust-policy',
          means: 'have an infrastructure role that ECS may not assume',
          why: 'The trust policy of a role names who may use it: the infrastructure role is for ecs.amazonaws.com, the roles of a task are for ecs-tasks.amazonaws.com.',
          fix: 'let ecs.amazonaws.com assume the infrastructure role, and allow iam:PassRole on it to who deploys',
        },
      },
    ],
    otherwise: noReason('can\'t use their infrastructure role', 'it names the role and the call'),
  },
  EBS,
  {
    is: /failed to (?:l?chown|copy file info).*operation not permitted|chown .*operation not permitted/i,
    causes: [],
    otherwise: {
      id: 'sto-nonroot-cannot-write',
      means: 'have a volume whose files Docker may not hand over to the user of the image',
      why: 'Docker copies owner and mode of the directory in the image to a new volume, which EFS refuses to a user of an access point that is not root.',
      fix: 'make the directory in the image belong to the user of the access point, or leave the POSIX user out of the access point',
    },
  },
];
