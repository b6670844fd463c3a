import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Stack } from 'aws-cdk-lib/core';
import {
  CloudMapDiscovery, FargateWebService, FargateWorkerService, Ingress, NetworkIngress, ServiceConnectDiscovery, type FargateWorkerServiceProps,
} from '../../src';
import { messageOf } from '../support/refusals';
import { IMAGE, testStack } from '../support/stacks';

const cluster = (stack: Stack, id: string) => (
  new ecs.Cluster(stack, id, { vpc: new ec2.Vpc(stack, `${id}Vpc`, { maxAzs: 2, natGateways: 1, restrictDefaultSecurityGroup: false }) }));
const worker = (stack: Stack, id: string, props: Partial<FargateWorkerServiceProps> = {}) => (
  new FargateWorkerService(stack, id, { cluster: cluster(stack, `${id}Cluster`), image: IMAGE, containerPorts: [8080], ...props }));
const web = (stack: Stack, ingress: Ingress, props: object = {}) => (
  new FargateWebService(stack, 'Web', { cluster: cluster(stack, 'WebCluster'), image: IMAGE, containerPort: 80, ingress, ...props }));

const DNS = { namespaceId: 'ns-1', namespaceName: 'shop.local', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1' };

test.each<[string, string, (stack: Stack) => unknown]>([
  ['connectTo', 'Shop/Job (connectTo)', (stack) => worker(stack, 'Job').connectTo(web(stack, Ingress.internalHttp()))],
  ['a load balancer', '(allowFrom)', (stack) => web(stack, Ingress.internalHttp({ allowFrom: [worker(stack, 'Job')] }))],
  ['a name in Cloud Map', 'Shop/Names (allowFrom)', (stack) => new CloudMapDiscovery(stack, 'Names', {
    service: worker(stack, 'Api'),
    dnsNamespace: cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Dns', DNS),
    name: 'api',
    containerPort: 8080,
    allowFrom: [worker(stack, 'Job')],
  })],
  ['Service Connect', 'Shop/Api (allowFrom)', (stack) => new ServiceConnectDiscovery(stack, 'Mesh', {
    service: worker(stack, 'Api'),
    namespace: cloudmap.HttpNamespace.fromHttpNamespaceAttributes(stack, 'Names', DNS),
    endpoints: [{ name: 'api', allowFrom: [worker(stack, 'Job')] }],
  })],
  ['a Network Load Balancer', '(allowFrom)', (stack) => new NetworkIngress(stack, 'Tcp', {
    service: worker(stack, 'Api'), internal: true, allowFrom: [worker(stack, 'Job')], listeners: [{ port: 80, containerPort: 8080 }],
  })],
])('%s between two VPCs of the app is an error of synthesis', (_, place, build) => {
  const stack = testStack();
  build(stack);
  const message = messageOf(() => Template.fromStack(stack));
  expect(message).toMatch(/is traffic from Shop\/JobClusterVpc to Shop\/(Web|Api)ClusterVpc, two VPCs that nothing connects \[net-other-vpc\]/);
  expect(message).toContain(place);
  expect(message).toContain('fix:  put both into clusters of one VPC, or connect the VPCs by peering');
});

test('VPCs that the app connects are one network', () => {
  const stack = testStack();
  const job = worker(stack, 'Job');
  const shop = web(stack, Ingress.internalHttp());
  job.connectTo(shop);
  new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId: job.service.cluster.vpc.vpcId, peerVpcId: shop.service.cluster.vpc.vpcId });
  Template.fromStack(stack).resourceCountIs('AWS::EC2::VPCPeeringConnection', 1);
});

test('another app may connect imported VPCs', () => {
  const stack = testStack();
  const imported = (id: string) => new ecs.Cluster(stack, `${id}Cluster`, {
    vpc: ec2.Vpc.fromVpcAttributes(stack, `${id}Vpc`, { vpcId: `vpc-${id}`, availabilityZones: ['eu-west-1a', 'eu-west-1b'], privateSubnetIds: [`subnet-${id}1`, `subnet-${id}2`] }),
  });
  worker(stack, 'Job', { cluster: imported('a') }).connectTo(web(stack, Ingress.internalHttp(), { cluster: imported('b') }));
  Template.fromStack(stack).resourceCountIs('AWS::ECS::Service', 2);
});
