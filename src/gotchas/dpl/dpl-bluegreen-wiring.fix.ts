import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition, loadBalancer }) => {
  const blue = new elbv2.ApplicationTargetGroup(stack, 'Blue', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const green = new elbv2.ApplicationTargetGroup(stack, 'Green', { vpc, port: 80, targetType: elbv2.TargetType.IP });
  const listener = loadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
  const rule = new elbv2.ApplicationListenerRule(stack, 'Rule', {
    listener, priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])], targetGroups: [blue],
  });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime: Duration.minutes(10),
  });
  const productionListener = ecs.ListenerRuleConfiguration.applicationListenerRule(rule);
  blue.addTarget(service.loadBalancerTarget({
    containerName: 'app',
    containerPort: 80,
    alternateTarget: new ecs.AlternateTarget('Alternate', { alternateTargetGroup: green, productionListener }),
  }));
};
