import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  new elbv2.CfnTargetGroup(stack, 'Targets', {
    name: 'shop_production_web',
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'HTTP',
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  new elbv2.CfnTargetGroup(stack, 'Targets', {
    name: 'shop-production-web',
    vpcId: vpc.vpcId,
    targetType: 'ip',
    port: 80,
    protocol: 'HTTP',
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
