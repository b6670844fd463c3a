import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress, SharedLoadBalancer } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition, listener }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  listener.addTargetGroups('Shop', {
    targetGroups: [targetGroup],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/orders/*', '/payments/*'])],
  });
  for (const name of ['orders', 'payments']) {
    const service = new ecs.FargateService(stack, name, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
    service.attachToApplicationTargetGroup(targetGroup);
  }
};

export const plain: Fix = ({ stack, cluster, taskDefinition, listener }) => {
  ['orders', 'payments'].forEach((name, index) => {
    const service = new ecs.FargateService(stack, name, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
    listener.addTargets(`${name}Targets`, {
      port: 80,
      targets: [service],
      priority: 10 * (index + 1),
      conditions: [elbv2.ListenerCondition.pathPatterns([`/${name}`, `/${name}/*`])],
    });
  });
};

export const guarded: Fix = ({ stack, vpc, cluster, image, certificate }) => {
  const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc, certificates: [certificate] });
  for (const name of ['orders', 'payments']) {
    new FargateWebService(stack, name, {
      cluster,
      image,
      containerPort: 80,
      ingress: Ingress.shared({ loadBalancer, pathPatterns: [`/${name}`, `/${name}/*`] }),
    });
  }
};
