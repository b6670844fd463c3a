import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, TaskDefinitionRevision } from 'aws-cdk-lib/aws-ecs';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop';

export const cases: readonly GotchaCase[] = [
  { name: 'a family is named', caught: true, app: (stack) => void service(stack, { TaskDefinition: 'shop' }) },
  { name: 'the ARN ends with the family', caught: true, app: (stack) => void service(stack, { TaskDefinition: ARN }) },
  {
    name: 'the revision is left open in the CDK',
    caught: true,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('app:1') });
      const cluster = new Cluster(stack, 'Cluster');
      new FargateService(stack, 'Service', { cluster, taskDefinition, taskDefinitionRevision: TaskDefinitionRevision.LATEST });
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
