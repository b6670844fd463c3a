import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { HttpNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Named {
  readonly namespace: CfnResource;
  readonly service: CfnResource;
}

function named(stack: Stack, name: string, of: (namespace: CfnResource) => unknown = () => name): Named {
  const namespace = resource(stack, 'Namespace', 'AWS::ServiceDiscovery::HttpNamespace', { Name: name });
  return { namespace, service: connected(stack, {}, { connect: { Namespace: of(namespace) } }) };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the service has the name only', caught: true, app: (stack) => void named(stack, 'shop.local') },
  {
    name: 'the CDK has the name of a namespace',
    caught: true,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
      new FargateService(stack, 'Service', {
        cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }),
        taskDefinition,
        serviceConnectConfiguration: { namespace: new HttpNamespace(stack, 'Namespace', { name: 'shop' }).namespaceName },
      });
    },
  },
  { name: 'the service has the ARN', caught: false, app: (stack) => void named(stack, 'shop.local', (namespace) => namespace.getAtt('Arn')) },
  {
    name: 'the service depends on the namespace',
    caught: false,
    app: (stack) => {
      const { namespace, service } = named(stack, 'shop.local');
      service.addDependency(namespace);
    },
  },
  { name: 'the namespace is another one', caught: false, app: (stack) => void named(stack, 'shop.local', () => 'other.local') },
  { name: 'it is off', caught: false, app: (stack) => void connected(stack, {}, { connect: { Enabled: false } }) },
  { name: 'a parameter is the namespace', caught: false, notChecked: true, app: (stack) => void named(stack, 'shop.local', () => parameter(stack)) },
];
