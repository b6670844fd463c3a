import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition, service }) => {
  service.enableServiceConnect({ namespace: 'shop.local', services: [{ portMappingName: 'http', dnsName: 'orders' }] });
  const securityGroup = new ec2.SecurityGroup(stack, 'ShopGroup', { vpc, allowAllOutbound: false });
  securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
  const shop = new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition, securityGroups: [securityGroup] });
  shop.enableServiceConnect({ namespace: 'shop.local' });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition, service }) => {
  service.enableServiceConnect({ namespace: 'shop.local', services: [{ portMappingName: 'http', dnsName: 'orders' }] });
  const securityGroup = new ec2.SecurityGroup(stack, 'ShopGroup', { vpc, allowAllOutbound: false });
  securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
  const shop = new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition, securityGroups: [securityGroup] });
  shop.enableServiceConnect({ namespace: 'shop.local' });
  shop.connections.allowTo(service, ec2.Port.tcp(80));
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'OrdersDiscovery', { service: orders, namespace, endpoints: [{ name: 'orders' }] });
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image });
  new ServiceConnectDiscovery(stack, 'ShopDiscovery', { service: shop, namespace });
  shop.connectTo(orders);
};
