import { Cluster } from 'aws-cdk-lib/aws-ecs';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { HttpNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function cluster(stack: Stack, Namespace: (namespace: CfnResource) => unknown, kind = 'Http', Name = 'shop.local'): { readonly made: CfnResource; readonly by: CfnResource } {
  const made = resource(stack, 'Namespace', `AWS::ServiceDiscovery::${kind}Namespace`, { Name });
  return { made, by: resource(stack, 'Cluster', 'AWS::ECS::Cluster', { ServiceConnectDefaults: { Namespace: Namespace(made) } }) };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the cluster has the name only', caught: true, app: (stack) => void cluster(stack, () => 'shop.local') },
  { name: 'the namespace is one of DNS', caught: true, app: (stack) => void cluster(stack, () => 'shop.local', 'PrivateDns') },
  {
    name: 'the CDK makes both',
    caught: true,
    app: (stack) => {
      new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } });
      resource(stack, 'Other', 'AWS::ECS::Cluster', { ServiceConnectDefaults: { Namespace: new HttpNamespace(stack, 'Mesh', { name: 'mesh' }).namespaceName } });
    },
  },
  { name: 'the cluster has the ARN', caught: false, app: (stack) => void cluster(stack, (made) => made.getAtt('Arn')) },
  {
    name: 'the cluster depends on the namespace',
    caught: false,
    app: (stack) => {
      const { made, by } = cluster(stack, () => 'shop.local');
      by.node.addDependency(made);
    },
  },
  { name: 'the namespace has another name', caught: false, app: (stack) => void cluster(stack, () => 'mesh.local') },
  { name: 'the cluster of the CDK makes the namespace', caught: false, app: (stack) => void new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } }) },
  { name: 'a parameter is the name', caught: false, notChecked: true, app: (stack) => void cluster(stack, () => parameter(stack)) },
];
