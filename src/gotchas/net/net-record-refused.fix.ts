import * as route53 from 'aws-cdk-lib/aws-route53';
import * as aliases from 'aws-cdk-lib/aws-route53-targets';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, loadBalancer }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  const target = route53.RecordTarget.fromAlias(new aliases.LoadBalancerTarget(loadBalancer));
  new route53.ARecord(stack, 'Shop', { zone, target, recordName: 'shop.example.org.' });
};

export const plain: Fix = ({ stack, loadBalancer }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  const target = route53.RecordTarget.fromAlias(new aliases.LoadBalancerTarget(loadBalancer));
  new route53.ARecord(stack, 'Shop', { zone, target, recordName: 'shop.example.com.' });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const hostedZone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ domainName: 'shop.example.com', hostedZone }),
  });
};
