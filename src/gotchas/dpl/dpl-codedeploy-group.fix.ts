import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Api', {
    cluster,
    taskDefinition,
    deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
  });
  const http = loadBalancer.addListener('Api', { port: 80 });
  const blue = http.addTargets('Blue', { port: 80, targets: [service] });
  const green = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  void green;
  new codedeploy.EcsDeploymentGroup(stack, 'Deployment', {
    service,
    blueGreenDeploymentConfig: { listener: http, blueTargetGroup: blue, greenTargetGroup: blue },
  });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Api', {
    cluster,
    taskDefinition,
    deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
  });
  const http = loadBalancer.addListener('Api', { port: 80 });
  const blue = http.addTargets('Blue', { port: 80, targets: [service] });
  const green = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  new codedeploy.EcsDeploymentGroup(stack, 'Deployment', {
    service,
    blueGreenDeploymentConfig: { listener: http, blueTargetGroup: blue, greenTargetGroup: green },
  });
};
