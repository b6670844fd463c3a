import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { Services } from './services';
import { environmentOf, rulesOf } from './templates';
import { Ingress, SharedLoadBalancer, type SharedLoadBalancerProps } from '../../src';
import { messageOf } from '../support/refusals';
import { testStack } from '../support/stacks';

const certificate = (stack: Stack) => acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
const shared = (services: Services, props: Partial<SharedLoadBalancerProps>) => new SharedLoadBalancer(services.stack, 'Shared', {
  vpc: services.cluster.vpc, internal: true, ...props,
});

test('each is called by its host name, and the load balancer of the other stack allows the caller', () => {
  const app = new App({ analyticsReporting: false });
  const [platform, team] = [new Services(new Stack(app, 'Platform')), new Services(new Stack(app, 'Team'))];
  const loadBalancer = shared(platform, { certificates: [certificate(platform.stack)] });
  const web = team.worker('Web');
  web.connectTo(team.web('Orders', Ingress.shared({ loadBalancer, hostNames: ['*.shop.internal', 'orders.shop.internal'] })));
  expect(environmentOf(team.stack, 'Web')).toEqual({ ORDERS_URL: 'https://orders.shop.internal' });
  expect(rulesOf(team.stack)).toContainEqual({ to: 'Shared', from: 'Web', port: 443 });
  expect(platform.stack.dependencies).toEqual([]);
});

test('services with path conditions are called by the name of the load balancer, if it uses HTTP', () => {
  const services = new Services(testStack());
  const loadBalancer = shared(services, { protocol: elbv2.ApplicationProtocol.HTTP });
  const url = services.worker('Web').connectTo(services.web('Orders', Ingress.shared({ loadBalancer, pathPatterns: ['/orders/*'] }))).url;
  expect(services.stack.resolve(url)).toEqual({ 'Fn::Join': ['', ['http://', services.stack.resolve(loadBalancer.loadBalancer.loadBalancerDnsName)]] });
});

test('no certificate is for the name of the load balancer, nor is a pattern a name', () => {
  const services = new Services(testStack());
  const loadBalancer = shared(services, { certificates: [certificate(services.stack)] });
  const web = services.worker('Web');
  for (const [id, conditions] of Object.entries({ Paths: { pathPatterns: ['/orders/*'] }, Names: { hostNames: ['*.shop.internal'] } })) {
    const other = services.web(id, Ingress.shared({ loadBalancer, ...conditions }));
    expect(messageOf(() => web.connectTo(other))).toContain(`'Shop/${id}' has no address yet that other services can call`);
  }
});
