import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import {
  CloudMapDiscovery, EcsWorkload, FargateWebService, FargateWorkerService, HttpApiIngress, HttpApiTarget, Ingress,
  type HttpApiIngressProps, type IEcsWorkload,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const { DEFAULT } = apigwv2.HttpRouteKey;
const GROUP_OF_LINK = { 'Fn::GetAtt': [Match.stringLikeRegexp('^ApiSecurityGroup'), 'GroupId'] };

function worker(stack: Stack, containerPorts = [8080]): FargateWorkerService {
  return new FargateWorkerService(stack, 'Orders', { cluster: testCluster(stack), image: IMAGE, containerPorts });
}

function namespace(stack: Stack): cloudmap.INamespace {
  const attributes = { namespaceName: 'shop.local', namespaceId: 'ns-1', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1' };
  return cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Namespace', attributes);
}

function tasks(stack: Stack, containerPort?: number): HttpApiTarget {
  return HttpApiTarget.tasks({ dnsNamespace: namespace(stack), name: 'orders', containerPort });
}

/** A service behind an internal load balancer, and its listener. */
function behindLoadBalancer(stack: Stack): { readonly service: FargateWebService; readonly listener: elbv2.ApplicationListener } {
  const service = new FargateWebService(stack, 'Orders', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.internalHttp() });
  return { service, listener: (service.loadBalancer as elbv2.ApplicationLoadBalancer).listeners[0] };
}

function httpsListener(stack: Stack): elbv2.ApplicationListener {
  return new elbv2.ApplicationLoadBalancer(stack, 'Secure', { vpc: testVpc(new Construct(stack, 'Network')) }).addListener('Https', {
    port: 443,
    certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1')],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
}

function throughTasks(context = {}, more: (stack: Stack) => Partial<HttpApiIngressProps> = () => ({})): Template {
  const stack = testStack(context);
  new HttpApiIngress(stack, 'Api', { service: worker(stack), target: tasks(stack), ...more(stack) });
  return Template.fromStack(stack);
}

test('makes an API, a VPC link and a Cloud Map service', () => {
  const { Resources } = throughTasks().toJSON();
  expect(Object.fromEntries(Object.entries(Resources).filter(([logicalId]) => logicalId.startsWith('Api')))).toMatchSnapshot();
});

test('a VPC without private subnets is refused for a new VPC link', () => {
  const stack = testStack();
  const vpc = new ec2.Vpc(stack, 'Flat', { maxAzs: 2, natGateways: 0, subnetConfiguration: [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC }] });
  const cluster = new ecs.Cluster(stack, 'FlatCluster', { vpc });
  const service = new FargateWorkerService(stack, 'Orders', { cluster, image: IMAGE, containerPorts: [8080], vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC }, assignPublicIp: true });
  const make = (vpcSubnets?: ec2.SubnetSelection) => refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, { service, target: tasks(stack), vpcSubnets }));
  expect(make()).toContain('vpcSubnets (left out, (subnetType: Private)) selects no subnet of the VPC');
});

test('two syntheses are equal', () => {
  expect(throughTasks().toJSON()).toEqual(throughTasks().toJSON());
});

describe.each(FLAG_SETS)('with $flags', ({ context }) => {
  test('tasks register with their ports, and the link reaches these only', () => {
    const template = throughTasks(context);
    template.hasResourceProperties('AWS::ServiceDiscovery::Service', { DnsConfig: { DnsRecords: [{ Type: 'SRV', TTL: 10 }] } });
    template.hasResourceProperties('AWS::ECS::Service', { ServiceRegistries: [{ ContainerName: 'app', ContainerPort: 8080, RegistryArn: Match.anyValue() }] });
    template.hasResourceProperties('AWS::ApiGatewayV2::VpcLink', { SecurityGroupIds: [GROUP_OF_LINK], SubnetIds: ['subnet-private-a', 'subnet-private-b'] });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { GroupId: GROUP_OF_LINK, FromPort: 8080, ToPort: 8080 });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: GROUP_OF_LINK, FromPort: 8080, ToPort: 8080 });
  });

  test('the link reaches the listener of a load balancer, and not the tasks', () => {
    const stack = testStack(context);
    const { service, listener } = behindLoadBalancer(stack);
    new HttpApiIngress(stack, 'Api', { service, target: HttpApiTarget.listener(listener) });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', { ConnectionType: 'VPC_LINK', IntegrationUri: stack.resolve(listener.listenerArn), TlsConfig: Match.absent() });
    const fromLink = template.findResources('AWS::EC2::SecurityGroupIngress', { Properties: { SourceSecurityGroupId: GROUP_OF_LINK } });
    expect(Object.values(fromLink).map(({ Properties }) => [Properties.FromPort, Properties.ToPort])).toEqual([[80, 80]]);
    template.resourceCountIs('AWS::ServiceDiscovery::Service', 0);
  });
});

test('the name in the certificate of an HTTPS listener is verified', () => {
  const stack = testStack();
  new HttpApiIngress(stack, 'Api', { service: worker(stack), target: HttpApiTarget.listener(httpsListener(stack), { secureServerName: 'orders.example.com' }) });
  Template.fromStack(stack).hasResourceProperties('AWS::ApiGatewayV2::Integration', { TlsConfig: { ServerNameToVerify: 'orders.example.com' } });
});

test('a route before the others leaves theirs as they are', () => {
  const keyOf = (path: string) => apigwv2.HttpRouteKey.with(path, apigwv2.HttpMethod.GET);
  const routesOf = (paths: readonly string[]) => throughTasks({}, () => ({ routes: paths.map(keyOf) }));
  const [before, after] = [['/orders'], ['/carts', '/orders']].map((paths) => routesOf(paths).toJSON().Resources);
  expect(after).toMatchObject(before);
  routesOf(['/carts', '/orders']).allResourcesProperties('AWS::ApiGatewayV2::Integration', { IntegrationMethod: 'ANY', ConnectionType: 'VPC_LINK' });
});

test('services share an API and a VPC link', () => {
  const stack = testStack();
  const { service, listener } = behindLoadBalancer(stack);
  const first = new HttpApiIngress(stack, 'Api', { service, target: HttpApiTarget.listener(listener) });
  const carts = new FargateWorkerService(stack, 'Carts', { cluster: service.service.cluster, image: IMAGE, containerPorts: [9000] });
  new HttpApiIngress(stack, 'CartsApi', {
    service: carts,
    target: tasks(stack),
    httpApi: first.httpApi,
    vpcLink: first.vpcLink,
    vpcLinkSecurityGroup: first.connections.securityGroups[0],
    routes: [apigwv2.HttpRouteKey.with('/carts')],
  });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ApiGatewayV2::Api', 1);
  template.resourceCountIs('AWS::ApiGatewayV2::VpcLink', 1);
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: GROUP_OF_LINK, FromPort: 9000 });
  template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'ANY /carts' });
});

test('takes services made without this library', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('web', { image: IMAGE, portMappings: [{ containerPort: 3000 }] });
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition });
  new HttpApiIngress(stack, 'Api', { service: EcsWorkload.fromService(plain), target: tasks(stack) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { ServiceRegistries: [Match.objectLike({ ContainerName: 'web', ContainerPort: 3000 })] });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number, text } = tokens(stack);
  const service = worker(stack, [number]);
  new HttpApiIngress(stack, 'Api', {
    service, target: HttpApiTarget.tasks({ dnsNamespace: namespace(stack), name: text, containerPort: number }), routes: [DEFAULT, apigwv2.HttpRouteKey.with(`/${text}`)],
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ServiceDiscovery::Service', { Name: { Ref: 'Text' } });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: GROUP_OF_LINK, FromPort: { Ref: 'Number' } });
});

describe('invalid props', () => {
  test.each<[string, (stack: Stack) => Partial<HttpApiIngressProps> & { readonly service?: IEcsWorkload }]>([
    ['routes.length is 0 routes', () => ({ routes: [] })],
    ["routes[1] is '$default', which routes[0] has", () => ({ routes: [DEFAULT, DEFAULT] })],
    ['vpcLink is set without vpcLinkSecurityGroup', (stack) => ({ vpcLink: new apigwv2.VpcLink(stack, 'Link', { vpc: testVpc(new Construct(stack, 'Network')) }) })],
    ['vpcLinkSecurityGroup is set without vpcLink', (stack) => ({ vpcLinkSecurityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1') })],
    ['vpcSubnets is set for a VPC link that is there already', (stack) => ({
      vpcLink: apigwv2.VpcLink.fromVpcLinkAttributes(stack, 'Link', { vpcLinkId: 'link-1', vpc: testVpc(new Construct(stack, 'Network')) }),
      vpcLinkSecurityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
      vpcSubnets: {},
    })],
    ["target.name is '-a'", (stack) => ({ target: HttpApiTarget.tasks({ dnsNamespace: namespace(stack), name: '-a' }) })],
    ['target.containerPort is 0, it must be a whole number from 1 to 65535', (stack) => ({ target: tasks(stack, 0) })],
    ["target.containerPort is 81, which container 'app' does not map [sd-registry-not-wired]", (stack) => ({ target: tasks(stack, 81) })],
    ['target.dnsNamespace is an HTTP namespace', (stack) => ({
      target: HttpApiTarget.tasks({ dnsNamespace: new cloudmap.HttpNamespace(stack, 'Http', { name: 'shop' }), name: 'orders' }),
    })],
    ['target.secureServerName is left out, and the listener speaks HTTPS', (stack) => ({ target: HttpApiTarget.listener(httpsListener(stack)) })],
    ['target is a listener without a defaultPort', (stack) => ({
      target: HttpApiTarget.listener(elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Imported', {
        listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/1/2', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
      })),
    })],
  ])('fails: %s', (headline, of) => {
    const stack = testStack();
    const given = of(stack);
    const props = { service: worker(stack), ...given, target: given.target ?? tasks(stack) };
    expect(refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, props)))
      .toContain(headline);
  });

  test('fails for HTTPS to a listener in plain HTTP', () => {
    const stack = testStack();
    const { service, listener } = behindLoadBalancer(stack);
    const target = HttpApiTarget.listener(listener, { secureServerName: 'orders.example.com' });
    expect(refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, { service, target }))).toContain('target.secureServerName is set, and the listener speaks plain HTTP');
  });

  test('fails for a container without ports', () => {
    const stack = testStack();
    const props = { service: worker(stack, []), target: tasks(stack) };
    expect(refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, props))).toContain("target.containerPort is left out, and container 'app' has no port");
  });

  test('fails for a service that is found by name already', () => {
    const stack = testStack();
    const service = worker(stack);
    const dnsNamespace = namespace(stack);
    new CloudMapDiscovery(stack, 'Discovery', { service, dnsNamespace, name: 'orders' });
    const target = HttpApiTarget.tasks({ dnsNamespace, name: 'orders-api' });
    expect(refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, { service, target }))).toContain('service is in a namespace already, ECS registers it in one');
  });

  test('fails for a route that another service has, and names it', () => {
    const stack = testStack();
    const { service, listener } = behindLoadBalancer(stack);
    const props = { service, target: HttpApiTarget.listener(listener) };
    const { httpApi } = new HttpApiIngress(stack, 'First', props);
    expect(refusalOf(stack, 'Api', (scope, id) => new HttpApiIngress(scope, id, { ...props, httpApi }))).toContain("routes[0] is '$default', which Shop/First has");
  });
});
