import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  service.attachToApplicationTargetGroup(targetGroup);
};

export const plain: Fix = ({ stack, vpc, service, listener }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  service.attachToApplicationTargetGroup(targetGroup);
  listener.addTargetGroups('Shop', {
    targetGroups: [targetGroup],
    priority: 10,
    conditions: [elbv2.ListenerCondition.pathPatterns(['/shop/*'])],
  });
  service.node.addDependency(targetGroup.loadBalancerAttached);
};

export const guarded: Fix = ({ stack, cluster, image, listener }) => {
  new FargateWebService(stack, 'Shop', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.existingListener({ listener, priority: 10, pathPatterns: ['/shop/*'] }),
  });
};
