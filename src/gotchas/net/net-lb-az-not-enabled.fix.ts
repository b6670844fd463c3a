import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'Public', {
    vpc,
    internetFacing: true,
    vpcSubnets: { subnets: [vpc.publicSubnets[0]] },
  });
  loadBalancer.addListener('Tcp', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const { availabilityZones } = vpc;
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Public', {
    vpc,
    internetFacing: true,
    vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, availabilityZones },
  });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, availabilityZones },
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const guarded: Fix = ({ stack, vpc, cluster, image }) => {
  const { availabilityZones } = vpc;
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, availabilityZones },
    ingress: Ingress.publicHttp({ vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC, availabilityZones } }),
  });
};
