import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { SecretValue, type Stack } from 'aws-cdk-lib/core';
import { bridgeWeb, clusterOf, https, onListener, sn, web, worker, zoneOf, type Value } from './values';
import {
  AdditionalTarget, CloudMapDiscovery, Ec2WorkerService, EcsWorkload, HttpApiIngress, HttpApiTarget, Ingress, LatticeIngress,
  NetworkIngress, SharedLoadBalancer, SignIn,
  type NetworkListenerOptions,
} from '../../src';
import { IMAGE, testVpc } from '../support/stacks';

const network = (listener: Partial<NetworkListenerOptions>) => (stack: Stack) => (
  new NetworkIngress(stack, 'Network', { service: worker()(stack), listeners: [{ port: 8080, ...listener }] }));
const lattice = (props: object) => (stack: Stack) => (
  new LatticeIngress(stack, 'Lattice', { service: worker()(stack), prefixList: ec2.Peer.prefixList('pl-1'), ...props }));
const trustStore = (stack: Stack) => elbv2.TrustStore.fromTrustStoreArn(stack, 'Trust', 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/t/1');
const mutual = (mode: elbv2.MutualAuthenticationMode, stack: Stack, trusts: boolean) => (
  { mutualAuthentication: { mutualAuthenticationMode: mode, trustStore: trusts ? trustStore(stack) : undefined } });
const dns = (stack: Stack) => new cloudmap.PrivateDnsNamespace(stack, 'Dns', { name: 'shop.local', vpc: clusterOf(stack).vpc });
const signIn = (clientSecret: SecretValue) => https(() => ({
  signIn: SignIn.oidc({
    issuer: 'https://id.example.com',
    authorizationEndpoint: 'https://id.example.com/a',
    tokenEndpoint: 'https://id.example.com/t',
    userInfoEndpoint: 'https://id.example.com/u',
    clientId: 'shop',
    clientSecret,
  }),
}));

function twoNamespaces(stack: Stack, discovers: boolean) {
  const [service, dnsNamespace] = [worker()(stack), dns(stack)];
  new HttpApiIngress(stack, 'Api', { service, target: HttpApiTarget.tasks({ dnsNamespace, name: 'orders' }) });
  if (discovers) new CloudMapDiscovery(stack, 'Names', { service, dnsNamespace, name: 'other' });
}

function external(stack: Stack) {
  const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 128, portMappings: [{ containerPort: 80 }] });
  return EcsWorkload.fromService(new ecs.ExternalService(stack, 'External', { cluster: clusterOf(stack), taskDefinition }));
}

const shared = (props: object) => (stack: Stack) => new SharedLoadBalancer(stack, 'Shared', { vpc: testVpc(stack), ...props });
const { PASS_THROUGH, VERIFY } = elbv2.MutualAuthenticationMode;

/** Of load balancers, discovery and other ways in. */
export const VALUES_OF_TRAFFIC: readonly Value[] = [
  ...[
    ['hostNames', ['a.example.com', 'a.example.com']], ['pathPatterns', ['/a', '/a']], ['methods', ['GET', 'GET']],
    ['sourceIps', ['192.0.2.0/24', '192.0.2.0/24']], ['queryStrings', [{ key: 'a', value: '1' }, { key: 'a', value: '1' }]],
  ].map(([property, values]): Value => ({
    what: `${property} with the same twice`,
    wrong: onListener({ [property as string]: values }),
    says: [`ingress.${property} has`, 'twice, at 0 and 1'],
    right: onListener({ [property as string]: values.slice(1) }),
  })),
  {
    what: 'a header with the same value twice',
    wrong: onListener({ headers: { 'X-Version': ['2', '2'] } }),
    says: ['ingress.headers[X-Version] has "2" twice'],
    right: onListener({ headers: { 'X-Version': ['2', '3'] } }),
  },
  {
    what: 'a hosted zone imported by its id alone',
    wrong: https((stack) => ({ hostedZone: route53.HostedZone.fromHostedZoneId(stack, 'ById', 'Z1') })),
    says: ['ingress.hostedZone is imported by its id alone', 'fromHostedZoneAttributes'],
    right: https(() => ({})),
  },
  {
    what: 'a shared load balancer with a hosted zone imported by its id alone',
    wrong: (stack) => shared({ hostedZone: route53.HostedZone.fromHostedZoneId(stack, 'ById', 'Z1') })(stack),
    says: ['hostedZone is imported by its id alone'],
    right: (stack) => shared({ hostedZone: zoneOf(stack) })(stack),
  },
  {
    what: 'a name outside of its zone',
    wrong: https(() => ({ domainName: 'app.example.org' })),
    says: ["ingress.domainName is 'app.example.org', which is not in the hosted zone example.com"],
    right: https(() => ({ domainName: 'APP.example.com' })),
  },
  {
    what: 'a name that is none',
    wrong: https(() => ({ domainName: 'app_/example' })),
    says: ["ingress.domainName is 'app_/example'"],
    right: https(() => ({ domainName: '*.app.example.com' })),
  },
  {
    what: 'a name too long for a certificate',
    wrong: https(() => ({ domainName: `${'a'.repeat(60)}.example.com` })),
    says: ['ingress.domainName has 72 characters, a certificate is for names of 64 at most'],
    right: https(() => ({ domainName: `${'a'.repeat(52)}.example.com` })),
  },
  {
    what: 'certificates of clients that nothing verifies',
    wrong: https((stack) => mutual(VERIFY, stack, false)),
    says: ['ingress.mutualAuthentication is VERIFY without a trustStore', '[net-mutual-tls]'],
    right: https((stack) => mutual(VERIFY, stack, true)),
  },
  {
    what: 'a trust store that is not used',
    wrong: https((stack) => mutual(PASS_THROUGH, stack, true)),
    says: ['ingress.mutualAuthentication has a trustStore'],
    right: https((stack) => mutual(PASS_THROUGH, stack, false)),
  },
  {
    what: 'a secret that listeners do not take',
    wrong: signIn(SecretValue.ssmSecure('/shop/secret')),
    says: ['ingress.signIn.clientSecret is a SecureString parameter', 'SecretValue.secretsManager'],
    right: signIn(SecretValue.secretsManager('shop')),
  },
  {
    what: 'a path of a health check over TCP',
    wrong: network({ healthCheck: { path: '/health' } }),
    says: ['listeners[0].healthCheck.path is set, and tasks are asked over TCP', '[net-health-check-misfit]'],
    right: network({ healthCheck: { path: '/health', protocol: elbv2.Protocol.HTTP } }),
  },
  {
    what: 'a health check over UDP',
    wrong: network({ healthCheck: { protocol: elbv2.Protocol.UDP } }),
    says: ['listeners[0].healthCheck.protocol is UDP'],
    right: network({ healthCheck: { protocol: elbv2.Protocol.TCP } }),
  },
  {
    what: 'a health check on a fixed port behind a Network Load Balancer',
    wrong: (stack) => new NetworkIngress(stack, 'Network', {
      service: new Ec2WorkerService(stack, 'Broker', { cluster: clusterOf(stack), image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE }),
      listeners: [{ port: 80, healthCheck: { port: '8080' } }],
    }),
    says: ['listeners[0].healthCheck.port is 8080, in bridge mode'],
    right: network({ healthCheck: { port: '8080' } }),
  },
  {
    what: 'an address twice',
    wrong: (stack) => new NetworkIngress(stack, 'Network', {
      service: worker()(stack), listeners: [{ port: 80 }], elasticIpAllocationIds: ['eipalloc-1', 'eipalloc-1'],
    }),
    says: ['elasticIpAllocationIds has "eipalloc-1" twice'],
    right: (stack) => new NetworkIngress(stack, 'Network', {
      service: worker()(stack), listeners: [{ port: 80 }], elasticIpAllocationIds: ['eipalloc-1', 'eipalloc-2'],
    }),
  },
  {
    what: 'a service network that is none',
    wrong: lattice({ serviceNetworkIdentifiers: ['nonsense'] }),
    says: ["serviceNetworkIdentifiers[0] is 'nonsense'"],
    right: lattice({ serviceNetworkIdentifiers: [sn('1'), 'arn:aws:vpc-lattice:eu-west-1:123456789012:servicenetwork/sn-0123456789abcdef2'] }),
  },
  {
    what: 'a service network twice',
    wrong: lattice({ serviceNetworkIdentifiers: [sn('1'), sn('1')] }),
    says: ['serviceNetworkIdentifiers has'],
    right: lattice({ serviceNetworkIdentifiers: [sn('1')] }),
  },
  {
    what: 'a Lattice service that is none',
    wrong: lattice({ latticeServiceIdentifier: 'shop' }),
    says: ["latticeServiceIdentifier is 'shop'"],
    right: lattice({ latticeServiceIdentifier: 'svc-0123456789abcdef1' }),
  },
  {
    what: 'a second namespace',
    wrong: (stack) => twoNamespaces(stack, true),
    says: ['service is in a namespace already'],
    right: (stack) => twoNamespaces(stack, false),
  },
  {
    what: 'a load balancer before a service outside of AWS',
    wrong: (stack) => new NetworkIngress(stack, 'Network', { service: external(stack), listeners: [{ port: 80 }] }),
    says: ['service runs outside of AWS'],
    right: network({}),
  },
  {
    what: 'one more target group of tasks without a network',
    wrong: (stack) => new AdditionalTarget(stack, 'More', {
      service: new Ec2WorkerService(stack, 'Broker', { cluster: clusterOf(stack), image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.NONE }),
      ingress: Ingress.publicHttp(),
      containerPort: 80,
    }),
    says: ['service runs in network mode none'],
    right: (stack) => new AdditionalTarget(stack, 'More', { service: worker()(stack), ingress: Ingress.publicHttp(), containerPort: 80 }),
  },
  {
    what: 'a VPC link without subnets',
    wrong: (stack) => new HttpApiIngress(stack, 'Api', {
      service: worker()(stack), target: HttpApiTarget.tasks({ dnsNamespace: dns(stack), name: 'orders' }), vpcSubnets: { subnetGroupName: 'nope' },
    }),
    says: ['vpcSubnets (subnetGroupName: nope) selects no subnet'],
    right: (stack) => new HttpApiIngress(stack, 'Api', { service: worker()(stack), target: HttpApiTarget.tasks({ dnsNamespace: dns(stack), name: 'orders' }) }),
  },
  {
    what: 'an internal load balancer in one subnet',
    wrong: web((stack) => ({ ingress: Ingress.internalHttp({ vpcSubnets: { subnets: new ec2.Vpc(stack, 'OneVpc').privateSubnets.slice(0, 1) } }) })),
    says: ['ingress.vpcSubnets selects 1 subnet'],
    right: bridgeWeb(() => ({ ingress: Ingress.internalHttp() })),
  },
];
