import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Deployment, FargateWebService, Ingress, RequestCountTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
  });
  const targetGroup = loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnRequestCount('Requests', {
    targetGroup,
    requestsPerTarget: 1000,
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(10),
  });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const shop = new FargateWebService(stack, 'Shop', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.blueGreen({ bakeTime: Duration.minutes(10) }),
  });
  new RequestCountTargetScaling(stack, 'RequestScaling', {
    service: shop,
    requestsPerTarget: 1000,
    minCapacity: 2,
    maxCapacity: 10,
  });
};
