import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Deployment, FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  cluster.addDefaultCloudMapNamespace({ name: 'shop.local', useForServiceConnect: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ name: 'web', containerPort: 80 }] });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.CANARY,
    serviceConnectConfiguration: { services: [{ portMappingName: 'web', dnsName: 'web', port: 80 }] },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.LinearConfiguration', {
    StepPercent: 20,
    StepBakeTimeInMinutes: 5,
  });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  cluster.addDefaultCloudMapNamespace({ name: 'shop.local', useForServiceConnect: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ name: 'web', containerPort: 80 }] });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.LINEAR,
    linearConfiguration: { stepPercent: 20, stepBakeTime: Duration.minutes(5) },
    serviceConnectConfiguration: { services: [{ portMappingName: 'web', dnsName: 'web', port: 80 }] },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.linear({ stepPercent: 20, stepBakeTime: Duration.minutes(5) }),
  });
};
