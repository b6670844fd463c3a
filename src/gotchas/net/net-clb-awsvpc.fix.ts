import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const classic = new elb.LoadBalancer(stack, 'Classic', { vpc, listeners: [{ externalPort: 80 }] });
  (service.node.findChild('Service') as ecs.CfnService).loadBalancers = [{
    loadBalancerName: classic.loadBalancerName, containerName: 'app', containerPort: 80,
  }];
};

export const plain: Fix = ({ service, loadBalancer }) => {
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
