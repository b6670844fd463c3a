import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly host?: string;
  readonly record?: string;
  readonly protocol?: elbv2.ApplicationProtocol;
  readonly added?: string;
  readonly port?: number;
}

function listener(
  stack: Stack, names: readonly string[], { host, record, protocol = elbv2.ApplicationProtocol.HTTPS, added, port }: Situation,
): void {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), internetFacing: true });
  const zone = new HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  const certificateFor = (id: string, [domainName, ...subjectAlternativeNames]: readonly string[]) => new acm.Certificate(stack, id, {
    domainName, subjectAlternativeNames, validation: acm.CertificateValidation.fromDns(zone),
  });
  const isTls = protocol === elbv2.ApplicationProtocol.HTTPS;
  const own = loadBalancer.addListener('Own', {
    protocol, port, certificates: isTls ? [certificateFor('Certificate', names)] : [], defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
  if (added) own.addCertificates('Added', [certificateFor('Second', [added])]);
  if (host) own.addAction('Host', { priority: 1, conditions: [elbv2.ListenerCondition.hostHeaders([host])], action: elbv2.ListenerAction.fixedResponse(200) });
  if (record) new ARecord(stack, 'Record', { zone, recordName: record, target: RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer)) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'another host', caught: true, app: (stack) => listener(stack, ['shop.example.com'], { host: 'api.example.com' }) },
  { name: 'a wildcard and a host two levels below', caught: true, app: (stack) => listener(stack, ['*.example.com'], { host: 'a.b.example.com' }) },
  { name: 'a wildcard and the domain itself', caught: true, app: (stack) => listener(stack, ['*.example.com'], { host: 'example.com' }) },
  { name: 'a wildcard and hosts two levels below', caught: true, app: (stack) => listener(stack, ['*.example.com'], { host: '*.shop.example.com' }) },
  { name: 'a record of another name', caught: true, app: (stack) => listener(stack, ['shop.example.com'], { record: 'api' }) },
  { name: 'a record two levels below a wildcard', caught: true, app: (stack) => listener(stack, ['example.com', '*.example.com'], { record: 'a.b' }) },
  {
    name: 'a certificate that is added to the listener of another app',
    caught: true,
    app: (stack) => {
      listener(stack, ['shop.example.com'], { host: 'api.example.com' });
      resource(stack, 'Elsewhere', 'AWS::ElasticLoadBalancingV2::ListenerCertificate', {
        ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shop/1/2', Certificates: [{ CertificateArn: { Ref: 'Certificate' } }],
      });
    },
  },
  { name: 'the host of the certificate', caught: false, app: (stack) => listener(stack, ['Shop.example.com'], { host: 'shop.Example.com', record: 'shop' }) },
  { name: 'a host one level below a wildcard', caught: false, app: (stack) => listener(stack, ['*.example.com'], { host: 'api.example.com', record: 'shop' }) },
  { name: 'a pattern as wide as the wildcard', caught: false, app: (stack) => listener(stack, ['*.example.com'], { host: '*.example.com' }) },
  { name: 'a pattern that a certified name matches', caught: false, app: (stack) => listener(stack, ['a.shop.example.com'], { host: '*.example.com' }) },
  { name: 'a pattern with a wildcard at its end', caught: false, app: (stack) => listener(stack, ['*.example.com'], { host: 'api.*' }) },
  { name: 'a subject alternative name', caught: false, app: (stack) => listener(stack, ['shop.example.com', 'api.example.com'], { host: 'api.example.com' }) },
  { name: 'a certificate that is added', caught: false, app: (stack) => listener(stack, ['shop.example.com'], { host: 'api.example.com', added: 'api.example.com' }) },
  { name: 'a record of another name, and another port than 443', caught: false, app: (stack) => listener(stack, ['shop.example.com'], { record: 'api', port: 8443 }) },
  { name: 'plain HTTP', caught: false, app: (stack) => listener(stack, ['shop.example.com'], { host: 'api.example.com', record: 'api', protocol: elbv2.ApplicationProtocol.HTTP }) },
  { name: 'a parameter decides the host', caught: false, notChecked: true, app: (stack) => listener(stack, ['shop.example.com'], { host: parameter(stack) }) },
  { name: 'a parameter decides the domain', caught: false, notChecked: true, app: (stack) => listener(stack, [parameter(stack)], { host: 'api.example.com' }) },
];
