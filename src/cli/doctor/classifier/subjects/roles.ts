import type { Subject } from '../meaning';

const OF_ECS = 'ECS manages network interfaces and targets for a service as AWSServiceRoleForECS, or as the role that the service was created with.';

/** The credentials of the execution role, which the agent has from ECS for each task. */
export const NO_CREDENTIALS: Subject = {
  is: /execution role credentials|(?:registry|ecr) credentials: not found/i,
  causes: [],
  otherwise: {
    id: 'td-execution-role-missing',
    means: 'have no execution role, or one that ECS may not assume',
    why: 'Secrets, environment files and private images are read as the execution role: the agent has no credentials of one for the task.',
    fix: 'set executionRoleArn in the task definition to a role that ecs-tasks.amazonaws.com may assume, with AmazonECSTaskExecutionRolePolicy and what the task reads: without an execution role, no more than the instance role is there',
  },
};

/** Roles that ECS assumes. */
export const ROLES: readonly Subject[] = [
  {
    is: /unable to assume (?:the )?role|trust relationship|permissions policies have been misconfigured/i,
    causes: [
      {
        when: ({ text }) => /AWSServiceRoleForECS|validate the (?:specified targetGroupArn|listeners)/i.test(text),
        meaning: {
          id: 'iam-service-linked-role',
          means: 'can\'t be served, since ECS may not use its own role',
          why: OF_ECS,
          fix: 'create the role with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, and name AWSServiceRoleForECS nowhere as the role of a task or service',
        },
      },
      {
        when: /permissions policies have been misconfigured/i,
        meaning: { id: 'iam-service-linked-role', means: 'can\'t be kept running, since a role lacks permissions', why: OF_ECS, fix: 'restore the permissions of the roles of the service and its tasks, and remove any denial of them from the policies of the organization' },
      },
    ],
    otherwise: {
      id: 'iam-trust-policy',
      means: 'have a role that ECS may not assume',
      why: 'The trust policy of a role names who may use it, whatever its permissions are: for tasks that is ecs-tasks.amazonaws.com. A role that was deleted or is seconds old reads the same.',
      fix: 'let ecs-tasks.amazonaws.com assume the role in its trust policy, and see that the role is there',
    },
  },
];
