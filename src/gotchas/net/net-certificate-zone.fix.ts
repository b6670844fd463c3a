import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  new acm.Certificate(stack, 'Certificate', {
    domainName: 'shop.example.org',
    validation: acm.CertificateValidation.fromDns(zone),
  });
};

export const plain: Fix = ({ stack }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.org' });
  new acm.Certificate(stack, 'Certificate', {
    domainName: 'shop.example.org',
    validation: acm.CertificateValidation.fromDns(zone),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const hostedZone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.org' });
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ domainName: 'shop.example.org', hostedZone }),
  });
};
