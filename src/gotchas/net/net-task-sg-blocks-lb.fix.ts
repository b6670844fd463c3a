import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service, loadBalancer }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Targets', {
    vpc,
    port: 80,
    targetType: elbv2.TargetType.IP,
  });
  loadBalancer.addListener('Http', { port: 80, defaultTargetGroups: [targetGroup] });
  (service.node.findChild('Service') as ecs.CfnService).loadBalancers = [{
    targetGroupArn: targetGroup.targetGroupArn, containerName: 'app', containerPort: 80,
  }];
  service.node.addDependency(targetGroup.loadBalancerAttached);
};

export const plain: Fix = ({ service, loadBalancer }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
  service.connections.allowFrom(loadBalancer, ec2.Port.tcp(80));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
