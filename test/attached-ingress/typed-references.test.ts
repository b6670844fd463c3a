import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Stack } from 'aws-cdk-lib/core';
import { FargateWebService, FargateWorkerService, Ingress, LatticeIngress, NetworkIngress, type LatticeIngressProps, type NetworkIngressProps } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, containerPorts: [8080] });
}

describe('webAcl', () => {
  const acl = (stack: Stack, scope: string) => new wafv2.CfnWebACL(stack, 'Acl', {
    scope, defaultAction: { allow: {} }, visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'shop', sampledRequestsEnabled: true },
  });
  const web = (stack: Stack, options: object) => new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress: Ingress.publicHttp(options),
  });

  test('is associated with the load balancer', () => {
    const stack = testStack();
    const webAcl = acl(stack, 'REGIONAL');
    web(stack, { webAcl });
    Template.fromStack(stack).hasResourceProperties('AWS::WAFv2::WebACLAssociation', { WebACLArn: stack.resolve(webAcl.attrArn) });
  });

  test.each([
    ['for CloudFront', (stack: Stack) => ({ webAcl: acl(stack, 'CLOUDFRONT') }), 'ingress.webAcl has the scope CLOUDFRONT'],
    ['beside webAclArn', (stack: Stack) => ({ webAcl: acl(stack, 'REGIONAL'), webAclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/1' }), 'beside ingress.webAclArn'],
  ])('is refused %s', (_, options, headline) => {
    const stack = testStack();
    expect(() => web(stack, options(stack))).toThrow(headline);
  });
});

describe('VPC Lattice', () => {
  const lattice = (stack: Stack, props: Partial<LatticeIngressProps>) =>
    new LatticeIngress(stack, 'Lattice', { service: worker(stack), prefixList: ec2.Peer.prefixList('pl-lattice'), ...props });

  test('takes a service and networks of the app, beside identifiers', () => {
    const stack = testStack();
    const latticeService = new vpclattice.CfnService(stack, 'Existing');
    const network = new vpclattice.CfnServiceNetwork(stack, 'Network');
    lattice(stack, { latticeService, serviceNetworks: [network], serviceNetworkIdentifiers: ['sn-0123456789abcdef1'] });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::VpcLattice::Service', 1);
    const associations = Object.values(template.findResources('AWS::VpcLattice::ServiceNetworkServiceAssociation')).map(({ Properties }) => Properties);
    const ServiceIdentifier = stack.resolve(latticeService.ref);
    expect(associations).toEqual([
      { ServiceIdentifier, ServiceNetworkIdentifier: 'sn-0123456789abcdef1' }, { ServiceIdentifier, ServiceNetworkIdentifier: stack.resolve(network.ref) },
    ]);
  });

  test('refuses a service twice, and a network twice', () => {
    const stack = testStack();
    const latticeService = new vpclattice.CfnService(stack, 'Existing');
    expect(() => lattice(stack, { latticeService, latticeServiceIdentifier: 'svc-0123456789abcdef1' })).toThrow('latticeService is set beside latticeServiceIdentifier');
    const other = testStack();
    const network = new vpclattice.CfnServiceNetwork(other, 'Network');
    expect(() => lattice(other, { serviceNetworks: [network, network] })).toThrow('serviceNetworks');
  });
});

describe('elasticIps', () => {
  const balanced = (stack: Stack, props: Partial<NetworkIngressProps>) =>
    new NetworkIngress(stack, 'Mqtt', { service: worker(stack), listeners: [{ port: 8883, containerPort: 8080 }], ...props });
  const addresses = (stack: Stack) => ['A', 'B'].map((id) => new ec2.CfnEIP(stack, id));

  test('are the addresses of the subnets', () => {
    const stack = testStack();
    const elasticIps = addresses(stack);
    balanced(stack, { elasticIps });
    Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      SubnetMappings: elasticIps.map(({ attrAllocationId }, index) => ({ AllocationId: stack.resolve(attrAllocationId), SubnetId: ['subnet-public-a', 'subnet-public-b'][index] })),
    });
  });

  test('are refused in another number than that of the subnets, and beside allocation ids', () => {
    const [one, other] = [testStack(), testStack()];
    expect(() => balanced(one, { elasticIps: addresses(one).slice(1) })).toThrow('elasticIps has 1 addresses for 2 subnets');
    expect(() => balanced(other, { elasticIps: addresses(other), elasticIpAllocationIds: ['eipalloc-1', 'eipalloc-2'] })).toThrow('beside elasticIpAllocationIds');
  });
});
