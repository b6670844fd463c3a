import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, loadBalancer, service }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  const validation = acm.CertificateValidation.fromDns(zone);
  const certificate = new acm.Certificate(stack, 'Names', { domainName: '*.example.com', validation });
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  }).addTargets('Shop', {
    port: 80,
    targets: [service],
    priority: 1,
    conditions: [elbv2.ListenerCondition.hostHeaders(['eu.shop.example.com'])],
  });
};

export const plain: Fix = ({ stack, loadBalancer, service }) => {
  const zone = new route53.HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  const validation = acm.CertificateValidation.fromDns(zone);
  const certificate = new acm.Certificate(stack, 'Names', { domainName: '*.shop.example.com', validation });
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  }).addTargets('Shop', {
    port: 80,
    targets: [service],
    priority: 1,
    conditions: [elbv2.ListenerCondition.hostHeaders(['eu.shop.example.com'])],
  });
};
