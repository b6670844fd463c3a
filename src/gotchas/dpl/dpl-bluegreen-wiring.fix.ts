import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Deployment, FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime: Duration.minutes(10),
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition, listener }) => {
  const [blue, green] = ['Blue', 'Green'].map((id) => new elbv2.ApplicationTargetGroup(stack, id, {
    vpc, port: 80, targetType: elbv2.TargetType.IP,
  }));
  const rule = new elbv2.ApplicationListenerRule(stack, 'Rule', {
    listener,
    priority: 1,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])],
    action: elbv2.ListenerAction.weightedForward([{ targetGroup: blue, weight: 100 }, { targetGroup: green, weight: 0 }]),
  });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime: Duration.minutes(10),
  });
  blue.addTarget(service.loadBalancerTarget({
    containerName: 'app',
    containerPort: 80,
    alternateTarget: new ecs.AlternateTarget('Alternate', {
      alternateTargetGroup: green,
      productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
    }),
  }));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.blueGreen({ bakeTime: Duration.minutes(10) }),
  });
};
