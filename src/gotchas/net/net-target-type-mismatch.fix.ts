import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service, loadBalancer }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  service.attachToApplicationTargetGroup(targetGroup);
  (targetGroup.node.defaultChild as elbv2.CfnTargetGroup).targetType = 'instance';
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};

export const plain: Fix = ({ stack, vpc, service, loadBalancer }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  service.attachToApplicationTargetGroup(targetGroup);
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
