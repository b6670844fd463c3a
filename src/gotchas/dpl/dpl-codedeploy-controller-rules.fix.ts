import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Deployment, FargateWebService, Ingress, ServiceConnectDiscovery, TestTraffic } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: true, Rollback: true });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const plain: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentController: { type: ecs.DeploymentControllerType.ECS },
    circuitBreaker: { rollback: true },
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.codeDeploy({ testTraffic: TestTraffic.onPort(8080) }),
  });
};

export const refused: Fix = ({ stack, cluster, image, namespace }) => {
  const web = new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.codeDeploy({}),
  });
  new ServiceConnectDiscovery(stack, 'Discovery', { service: web, namespace, endpoints: [{ name: 'web' }] });
};
