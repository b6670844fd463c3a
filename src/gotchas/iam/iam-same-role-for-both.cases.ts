import { fargateTask, parameter, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ARN = 'arn:aws:iam::111122223333:role/shop';

export const cases: readonly GotchaCase[] = [
  {
    name: 'a role of the app is both',
    caught: true,
    app: (stack) => {
      const arn = role(stack).getAtt('Arn');
      fargateTask(stack, { TaskRoleArn: arn, ExecutionRoleArn: arn });
    },
  },
  { name: 'a role from outside is both', caught: true, app: (stack) => void fargateTask(stack, { TaskRoleArn: ARN, ExecutionRoleArn: ARN }) },
  { name: 'there are two roles', caught: false, app: (stack) => void fargateTask(stack, { TaskRoleArn: role(stack).getAtt('Arn') }) },
  { name: 'both come from outside', caught: false, app: (stack) => void fargateTask(stack, { TaskRoleArn: ARN }) },
  { name: 'there is no task role', caught: false, app: (stack) => void fargateTask(stack) },
  {
    name: 'a parameter names the task role',
    caught: false,
    notChecked: true,
    app: (stack) => void fargateTask(stack, { TaskRoleArn: parameter(stack) }),
  },
];
