import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, FargateWorkerService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const securityGroup = new ec2.SecurityGroup(stack, 'LoadBalancerGroup', { vpc });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Internal', { vpc, securityGroup });
  loadBalancer.addListener('Http', { port: 80, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
};

export const plain: Fix = ({ stack, vpc }) => {
  const securityGroup = new ec2.SecurityGroup(stack, 'LoadBalancerGroup', { vpc });
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Internal', { vpc, securityGroup });
  loadBalancer.addListener('Http', { port: 80, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
  loadBalancer.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(80));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image });
  new FargateWebService(stack, 'Prices', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.internalHttp({ allowFrom: [shop] }),
  });
};
