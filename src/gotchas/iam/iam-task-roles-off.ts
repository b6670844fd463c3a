import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const iamTaskRolesOff = defineGotcha({
  id: 'iam-task-roles-off',
  title: 'The agent of the instances is set to serve no task roles',
  consequence: 'never-works',
  symptom: '`was unable to place a task … is missing an attribute required by your task`, of `com.amazonaws.ecs.capability.task-iam-role`.',
  why: 'An agent with `ECS_ENABLE_TASK_IAM_ROLE=false`, which is the default of Windows, registers its instance without the capability for task roles, and ECS places no task with a role there.',
  rule: 'The user data of instances on which a task with a `taskRole` runs does not set `ECS_ENABLE_TASK_IAM_ROLE` to `false`, nor `ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST` with the network mode `host`. On Windows it calls `Initialize-ECSAgent` with `-EnableTaskIAMRole`.',
  fix: 'remove ECS_ENABLE_TASK_IAM_ROLE from the user data, or set it to true',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` leaves task roles on.',
  subject: 'service',
  needs: ['capacities'],
  reads: ['task'],
  check: ({ capacities, task }) => {
    const role = known(task.taskRole);
    if (capacities.length === 0 || !role) return [];
    const setting = known(task.networkMode) === 'host' ? 'ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST' : 'ECS_ENABLE_TASK_IAM_ROLE';
    // One group that serves them is enough.
    const values = capacities.map(({ agentSettings }) => known(agentSettings).get(setting));
    if (!values.every((value) => value === 'false' || value === 'unset')) return [];
    // The CDK makes a role for each task, and Windows without the switch misses one that allows something alone.
    if (values.includes('unset') && known(role.statements).length === 0) return [];
    return values.includes('unset')
      ? [{ property: 'taskRole', consequence: 'misbehaves', detail: 'taskRole (set) is not served by the instances, which Windows starts without -EnableTaskIAMRole', fix: 'pass -EnableTaskIAMRole to Initialize-ECSAgent in the user data' }]
      : [{ property: 'taskRole', detail: `taskRole (set) is not served by the instances, which have ${setting}=false`, fix: `remove ${setting} from the user data` }];
  },
});
