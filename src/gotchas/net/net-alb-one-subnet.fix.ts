import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const vpc = new ec2.Vpc(stack, 'Own', { maxAzs: 2 });
  new elbv2.ApplicationLoadBalancer(stack, 'Public', {
    vpc,
    internetFacing: true,
    vpcSubnets: { subnets: [vpc.publicSubnets[0]] },
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  new elbv2.ApplicationLoadBalancer(stack, 'Public', {
    vpc,
    internetFacing: true,
    vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, onePerAz: true },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp({ vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, onePerAz: true } }),
  });
};
