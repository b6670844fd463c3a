import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Stack } from 'aws-cdk-lib/core';
import {
  Ec2WebService, FargateWebService, FargateWorkerService, Ingress,
  type Ec2WebServiceProps, type FargateWebServiceProps, type FargateWorkerServiceProps, type HttpsOptions,
} from '../../src';
import { IMAGE, testCluster } from '../support/stacks';

/** An invalid value, its error, and a valid value in its place. */
export interface Value {
  readonly what: string;
  readonly wrong: (stack: Stack) => unknown;
  readonly says: readonly string[];
  readonly right: (stack: Stack) => unknown;
}

export const clusterOf = (stack: Stack) => stack.node.tryFindChild('Cluster') as ecs.ICluster | undefined ?? testCluster(stack);

type Some<P> = (stack: Stack) => Partial<P>;

export const web = (some: Some<FargateWebServiceProps> = () => ({})) => (stack: Stack) => new FargateWebService(stack, 'Web', {
  cluster: clusterOf(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...some(stack),
});
export const worker = (some: Some<FargateWorkerServiceProps> = () => ({})) => (stack: Stack) => new FargateWorkerService(stack, 'Worker', {
  cluster: clusterOf(stack), image: IMAGE, containerPorts: [8080], ...some(stack),
});
export const bridgeWeb = (some: Some<Ec2WebServiceProps> = () => ({})) => (stack: Stack) => new Ec2WebService(stack, 'Web', {
  cluster: clusterOf(stack),
  image: IMAGE,
  containerPort: 80,
  memoryLimitMiB: 256,
  networkMode: ecs.NetworkMode.BRIDGE,
  ingress: Ingress.publicHttp(),
  ...some(stack),
});
export const https = (options: (stack: Stack) => Partial<HttpsOptions>) => web((stack) => ({
  ingress: Ingress.publicHttps({ domainName: 'app.example.com', hostedZone: zoneOf(stack), ...options(stack) }),
}));
export const onListener = (conditions: object) => web((stack) => ({
  ingress: Ingress.existingListener({
    listener: elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/1/2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'ListenerGroup', 'sg-listener'),
    }),
    priority: 7,
    ...conditions,
  }),
}));

export function zoneOf(stack: Stack): route53.IHostedZone {
  return stack.node.tryFindChild('Zone') as route53.IHostedZone | undefined
    ?? route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
}

export const sn = (last: string) => `sn-0123456789abcdef${last}`;
