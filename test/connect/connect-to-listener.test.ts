import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, SecretValue, Stack } from 'aws-cdk-lib/core';
import { Services } from './services';
import { environmentOf, rulesOf } from './templates';
import { AdditionalTarget, Ingress, SignIn, type ExistingListenerOptions, type OidcSignInOptions } from '../../src';
import { messageOf } from '../support/refusals';
import { testStack } from '../support/stacks';

/** A listener that the app makes for many, as a platform team does it without this library. */
function listenerIn({ stack, cluster }: Services, { https = false, internetFacing = false } = {}): elbv2.ApplicationListener {
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
  return new elbv2.ApplicationLoadBalancer(stack, 'Platform', { vpc: cluster.vpc, internetFacing }).addListener('Listener', {
    ...(https ? { port: 8443, protocol: elbv2.ApplicationProtocol.HTTPS, certificates: [certificate] } : { port: 80 }),
    open: false,
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
}

const behind = (services: Services, listener: elbv2.IApplicationListener, options: Partial<ExistingListenerOptions>) => (
  services.web('Orders', Ingress.existingListener({ listener, priority: 10, ...options })));

function signIn(options: Partial<OidcSignInOptions> = {}): SignIn {
  const issuer = 'https://login.example.com';
  return SignIn.oidc({
    issuer, authorizationEndpoint: issuer, tokenEndpoint: issuer, userInfoEndpoint: issuer, clientId: 'shop', clientSecret: SecretValue.unsafePlainText('secret'), ...options,
  });
}

test('a service is called by its host name at the port of the listener, which allows the caller', () => {
  const services = new Services(testStack());
  const orders = behind(services, listenerIn(services, { https: true }), { hostNames: ['*.shop.internal', 'orders.shop.internal'] });
  services.worker('Web').connectTo(orders);
  expect(environmentOf(services.stack, 'Web')).toEqual({ ORDERS_URL: 'https://orders.shop.internal:8443' });
  expect(rulesOf(services.stack)).toContainEqual({ to: 'Platform', from: 'Web', port: 8443 });
});

test('a service with path conditions is called by the name of the load balancer', () => {
  const services = new Services(testStack());
  const listener = listenerIn(services);
  const { url } = services.worker('Web').connectTo(behind(services, listener, { pathPatterns: ['/orders/*'] }));
  const dnsName = services.stack.resolve(listener.loadBalancer.loadBalancerDnsName);
  expect(services.stack.resolve(url)).toEqual({ 'Fn::Join': ['', ['http://', dnsName]] });
});

test('on the internet no rule is needed', () => {
  const services = new Services(testStack());
  services.worker('Web').connectTo(behind(services, listenerIn(services, { internetFacing: true }), { hostNames: ['orders.example.com'] }));
  expect(environmentOf(services.stack, 'Web')).toEqual({ ORDERS_URL: 'http://orders.example.com' });
  expect(rulesOf(services.stack)).toEqual([]);
});

test('the listener may be of another stack', () => {
  const app = new App({ analyticsReporting: false });
  const [platform, team] = [new Services(new Stack(app, 'Base')), new Services(new Stack(app, 'Team'))];
  team.worker('Web').connectTo(behind(team, listenerIn(platform), { hostNames: ['orders.shop.internal'] }));
  expect(environmentOf(team.stack, 'Web')).toEqual({ ORDERS_URL: 'http://orders.shop.internal' });
  expect(rulesOf(team.stack)).toContainEqual({ to: 'Platform', from: 'Web', port: 80 });
  expect(platform.stack.dependencies).toEqual([]);
});

describe('refuses, and names a fix', () => {
  const refused = (services: Services, listener: elbv2.IApplicationListener, options: Partial<ExistingListenerOptions> = {}) => (
    messageOf(() => services.worker('Web').connectTo(behind(services, listener, { hostNames: ['orders.shop.internal'], ...options }))));
  const SAYS = /^'Shop\/Orders' has no address yet that other services can call[^]*fix: .*without signIn: .*a host name on a shared load balancer of this app/;

  test('an imported listener with an unknown protocol', () => {
    const services = new Services(testStack());
    const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(services.stack, 'Imported', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(services.stack, 'ListenerGroup', 'sg-shared'),
    });
    expect(refused(services, listener)).toMatch(SAYS);
  });

  test('a listener of an imported load balancer with unknown clients', () => {
    const services = new Services(testStack());
    const loadBalancer = elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(services.stack, 'Imported', {
      loadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188', securityGroupId: 'sg-shared',
    });
    const listener = new elbv2.ApplicationListener(services.stack, 'Listener', {
      loadBalancer, port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404),
    });
    expect(refused(services, listener)).toMatch(SAYS);
  });

  test('a sign-in, where services get no further', () => {
    const services = new Services(testStack());
    expect(refused(services, listenerIn(services, { https: true }), { signIn: signIn() })).toMatch(SAYS);
  });

  test('a sign-in at a load balancer of its own', () => {
    const services = new Services(testStack());
    const certificate = acm.Certificate.fromCertificateArn(services.stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
    const orders = services.web('Orders', Ingress.publicHttps({ domainName: 'shop.example.com', certificate, signIn: signIn() }));
    expect(messageOf(() => services.worker('Web').connectTo(orders))).toMatch(SAYS);
  });
});

test('a sign-in that allows other requests allows services', () => {
  const services = new Services(testStack());
  const orders = behind(services, listenerIn(services, { https: true }), {
    hostNames: ['orders.shop.internal'], signIn: signIn({ onUnauthenticatedRequest: elbv2.UnauthenticatedAction.ALLOW }),
  });
  expect(services.worker('Web').connectTo(orders).url).toBe('https://orders.shop.internal:8443');
});

test('a second way in is called by its own name', () => {
  const services = new Services(testStack());
  const orders = services.web('Orders', Ingress.publicHttp());
  new AdditionalTarget(services.stack, 'OrdersAdmin', {
    service: orders, containerPort: 9000, ingress: Ingress.existingListener({ listener: listenerIn(services), priority: 10, hostNames: ['admin.shop.internal'] }),
  });
  const web = services.worker('Web');
  expect(messageOf(() => web.connectTo(orders))).toContain("'Shop/Orders' can be called at 'Orders', 'OrdersAdmin'");
  expect(web.connectTo(orders, { endpoint: 'OrdersAdmin' }).url).toBe('http://admin.shop.internal');
  expect(environmentOf(services.stack, 'Web')).toEqual({ ORDERS_ADMIN_URL: 'http://admin.shop.internal' });
});
