import { known, Unknown } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, type Result } from '../definition';
import { andOthers, ofRole } from '../naming';
import { covers } from '../held';
import { allowedActions } from '../permissions';

const EXECUTION_POLICY = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** Actions that ECS needs in an execution role, and those that grants add. */
const OF_EXECUTION = [
  'ecr:*', 'ecr-public:*', 'sts:*', 'logs:*', 'secretsmanager:*', 'ssm:*', 'kms:*', 's3:Get*', 's3:List*', 'fsx:*', 'ds:*', 'ec2:*',
];

export const iamRolesSwapped = defineGotcha({
  id: 'iam-roles-swapped',
  title: 'Permissions for the code are on the role that ECS uses, or the other way round',
  consequence: 'misbehaves',
  symptom: '`AccessDeniedException` in the logs of the application, though the template grants the action.',
  why: 'Containers get the task role and never the execution role, which ECS uses to pull images, read secrets and write logs.',
  rule: 'The execution role allows nothing but what a start takes (images, logs, secrets, parameters, keys, files in S3), and the task role doesn\'t have the managed policy `AmazonECSTaskExecutionRolePolicy`.',
  fix: 'grant what the code calls to the task role, and what ECS needs to start the task to the execution role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
  levels: ['synth'],
  avoidedBy: 'Grants to a `TaskRoleBundle` go to the task role, and services grant the execution role the actions for a start.',
  subject: 'task',
  needs: [],
  reads: ['taskRole', 'executionRole'],
  check: ({ taskRole, executionRole }) => {
    const task = known(taskRole);
    const execution = known(executionRole);
    // One role for both is another gotcha.
    if (task && execution && known(task.id) === known(execution.id)) return [];
    return all(() => foreignActions(execution), () => executionPolicy(task));
  },
});

function foreignActions(role: RoleFacts | undefined): readonly Result[] {
  if (!role || role.isDescribedElsewhere) return [];
  const actions = allowedActions(role, (action) => /^[\w-]+:[^*]*\w/.test(action) && !OF_EXECUTION.some((pattern) => covers(pattern, action)));
  return actions.length === 0 ? [] : [{
    property: 'executionRole',
    detail: `${ofRole(role, 'executionRole', andOthers([...new Set(actions)]))} allows what only code in a container calls, and containers don't get this role`,
  }];
}

function executionPolicy(role: RoleFacts | undefined): readonly Result[] {
  if (!role || role.isDescribedElsewhere || role.managedPolicies instanceof Unknown || !role.managedPolicies.includes(EXECUTION_POLICY)) return [];
  return [{
    property: 'taskRole',
    consequence: 'worth-knowing',
    detail: `${ofRole(role, 'taskRole', EXECUTION_POLICY)} lets the code pull images and write logs as ECS does`,
    fix: 'move the managed policy to the execution role',
  }];
}
