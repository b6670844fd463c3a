import { Cluster, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { GotchaCase } from '../gotcha-case';
import { fargateTask, parameter, service } from '../small-app.cases';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop';

export const cases: readonly GotchaCase[] = [
  { name: 'a family is named', caught: true, app: (stack) => void service(stack, { TaskDefinition: 'shop' }) },
  { name: 'the ARN ends with the family', caught: true, app: (stack) => void service(stack, { TaskDefinition: ARN }) },
  {
    name: 'the CDK imports a task definition without its revision',
    caught: true,
    app: (stack) => {
      const taskDefinition = FargateTaskDefinition.fromFargateTaskDefinitionArn(stack, 'Task', `arn:aws:ecs:${stack.region}:1:task-definition/shop`);
      new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster'), taskDefinition });
    },
  },
  { name: 'a revision is named', caught: false, app: (stack) => void service(stack, { TaskDefinition: `${ARN}:42` }) },
  { name: 'it is a task definition of the app', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  {
    name: 'CodeDeploy brings the revisions',
    caught: false,
    app: (stack) => void service(stack, { TaskDefinition: 'shop', DeploymentController: { Type: 'CODE_DEPLOY' } }),
  },
  { name: 'an external controller brings them', caught: false, app: (stack) => void service(stack, { DeploymentController: { Type: 'EXTERNAL' } }) },
  { name: 'a parameter names it', caught: false, notChecked: true, app: (stack) => void service(stack, { TaskDefinition: parameter(stack) }) },
];
