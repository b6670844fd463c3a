import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { allows } from '../permissions';

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map((action) => `ssmmessages:${action}`);

export const iamExecMessages = defineGotcha({
  id: 'iam-exec-messages',
  title: 'ECS Exec is on, and the task role may not open its channels',
  consequence: 'misbehaves',
  symptom: '`TargetNotConnectedException` from `aws ecs execute-command`, or ECS refuses the service: `a valid taskRoleArn is not being used`.',
  why: 'The agent in the container opens the session as the task role, which needs the four actions of its channels. The execution role is of no use here.',
  rule: 'With ECS Exec on, the task has a task role that allows `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel` and `ssmmessages:OpenDataChannel`.',
  fix: 'allow ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel to the task role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions',
  levels: ['synth', 'live'],
  avoidedBy: 'With `enableExecuteCommand`, services allow the actions to their task role.',
  subject: 'service',
  needs: ['executeCommand', 'task'],
  check: ({ executeCommand, task }) => {
    if (!executeCommand) return [];
    const role = known(task.taskRole);
    if (!role) return [{ property: 'taskRole', consequence: 'rejected', detail: 'taskRole (none) leaves ECS Exec without a way to open a session' }];
    const missing = CHANNELS.filter((action) => !allows(role, action));
    return missing.length === 0 ? [] : [{ property: 'taskRole', detail: `taskRole (without ${missing.join(', ')}) can't open a session of ECS Exec` }];
  },
});
