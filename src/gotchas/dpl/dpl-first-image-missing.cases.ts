import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Stack, type App } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function pulling(stack: Stack, properties: Properties = {}, of: Stack = stack): void {
  const repository = resource(of, 'Repository', 'AWS::ECR::Repository', {});
  service(stack, { TaskDefinition: fargateTask(stack, {}, { Image: `${repository.getAtt('RepositoryUri').toString()}:1` }).ref, ...properties });
}

function cdk(stack: Stack): void {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromEcrRepository(new Repository(stack, 'Repository'), '1') });
  new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster'), taskDefinition, desiredCount: 2 });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the repository is new too', caught: true, app: (stack) => pulling(stack) },
  { name: 'with some tasks', caught: true, app: (stack) => pulling(stack, { DesiredCount: 2 }) },
  { name: 'the CDK makes both', caught: true, app: cdk },
  { name: 'no task is wanted yet', caught: false, app: (stack) => pulling(stack, { DesiredCount: 0 }) },
  { name: 'the repository is in another stack', caught: false, app: (stack) => pulling(stack, {}, new Stack(stack.node.root as App, 'Images', { env: { account: stack.account, region: stack.region } })) },
  {
    name: 'a custom resource pushes the image first',
    caught: false,
    app: (stack) => {
      pulling(stack);
      const push = resource(stack, 'Push', 'Custom::Image', { ServiceToken: 'arn', Repository: { Ref: 'Repository' } });
      stack.node.findChild('Service').node.addDependency(push);
    },
  },
  { name: 'a repository that is there', caught: false, app: (stack) => service(stack, { TaskDefinition: fargateTask(stack, {}, { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1' }).ref }) },
  { name: 'a parameter is the number of tasks', caught: false, notChecked: true, app: (stack) => pulling(stack, { DesiredCount: parameter(stack, 'Count', 'Number') }) },
];
