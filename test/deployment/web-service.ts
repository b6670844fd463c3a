import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, SharedLoadBalancer, type Deployment, type ExistingListenerOptions } from '../../src';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

export const SERVICE = 'AWS::ECS::Service';
export const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
export const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

/** A service behind a load balancer of its own, in a stack that has nothing else. */
export function webService(deployment: Deployment | undefined, stack = testStack(), ingress = Ingress.publicHttp()): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress, deployment });
}

export function templateOf(deployment: Deployment | undefined, ingress?: Ingress): Template {
  const stack = testStack();
  webService(deployment, stack, ingress);
  return Template.fromStack(stack);
}

/** Error of the service before anything of it is created. */
export function refusal(deployment: Deployment, ingress: Ingress | ((stack: Stack) => Ingress) = Ingress.publicHttp()): string {
  const stack = testStack();
  const cluster = testCluster(stack);
  const made = typeof ingress === 'function' ? ingress(stack) : ingress;
  return refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 8080, ingress: made, deployment }));
}

/** Each kind of ingress that makes its rule. */
export const INGRESSES: { readonly [kind: string]: (stack: Stack) => Ingress } = {
  publicHttp: () => Ingress.publicHttp(),
  publicHttps: (stack) => Ingress.publicHttps({ domainName: 'app.example.com', hostedZone: zone(stack) }),
  internalHttp: () => Ingress.internalHttp(),
  internalHttps: (stack) => Ingress.internalHttps({ domainName: 'app.example.com', hostedZone: zone(stack) }),
  existingListener: (stack) => onListener(stack),
  shared: (stack) => Ingress.shared({
    loadBalancer: new SharedLoadBalancer(stack, 'Shared', { vpc: vpcOf(stack), protocol: elbv2.ApplicationProtocol.HTTP }),
    pathPatterns: ['/api/*'],
  }),
};

export function onListener(stack: Stack, more: Partial<ExistingListenerOptions> = {}): Ingress {
  return Ingress.existingListener({ listener: listener(stack), priority: 10, pathPatterns: ['/api/*'], ...more });
}

export function listener(stack: Stack, id = 'Others', port = 80): elbv2.ApplicationListener {
  const loadBalancer = stack.node.tryFindChild('OthersLoadBalancer') as elbv2.ApplicationLoadBalancer | undefined
    ?? new elbv2.ApplicationLoadBalancer(stack, 'OthersLoadBalancer', { vpc: vpcOf(stack) });
  return loadBalancer.addListener(id, { port, protocol: elbv2.ApplicationProtocol.HTTP, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
}

function vpcOf(stack: Stack): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(stack, 'BalancerVpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-public-a', 'subnet-public-b'],
    publicSubnetRouteTableIds: ['rtb-public-a', 'rtb-public-b'],
  });
}

function zone(stack: Stack): route53.IHostedZone {
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
}
