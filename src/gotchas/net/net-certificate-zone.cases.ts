import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { HostedZone, PrivateHostedZone, PublicHostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function certificate(stack: Stack, domainName: string, ...subjectAlternativeNames: string[]): void {
  const zone = new HostedZone(stack, 'Zone', { zoneName: 'example.com' });
  new Certificate(stack, 'Certificate', { domainName, subjectAlternativeNames, validation: CertificateValidation.fromDns(zone) });
}

function certificateIn(stack: Stack, zone: IHostedZone): void {
  new Certificate(stack, 'Certificate', { domainName: 'web.shop.local', validation: CertificateValidation.fromDns(zone) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a domain outside of the zone', caught: true, app: (stack) => certificate(stack, 'shop.example.org') },
  { name: 'a second domain outside of the zone', caught: true, app: (stack) => certificate(stack, 'shop.example.com', 'shop.example.org') },
  { name: 'a wildcard outside of the zone', caught: true, app: (stack) => certificate(stack, '*.my-example.com') },
  { name: 'the domain above the zone', caught: true, app: (stack) => certificate(stack, 'com') },
  {
    name: 'a private zone',
    caught: true,
    app: (stack) => {
      const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['eu-west-1a'] });
      certificateIn(stack, new PrivateHostedZone(stack, 'Zone', { zoneName: 'shop.local', vpc }));
    },
  },
  { name: 'a public zone', caught: false, app: (stack) => certificateIn(stack, new PublicHostedZone(stack, 'Zone', { zoneName: 'shop.local' })) },
  { name: 'domains of the zone', caught: false, app: (stack) => certificate(stack, 'example.com', '*.example.com', 'a.b.Example.com') },
  { name: 'records by hand', caught: false, app: (stack) => void new Certificate(stack, 'Certificate', { domainName: 'example.org', validation: CertificateValidation.fromDns() }) },
  { name: 'a parameter decides the domain', caught: false, notChecked: true, app: (stack) => certificate(stack, parameter(stack)) },
  {
    name: 'the zone is imported by its id',
    caught: false,
    notChecked: true,
    app: (stack) => void resource(stack, 'Certificate', 'AWS::CertificateManager::Certificate', {
      DomainName: 'example.org', ValidationMethod: 'DNS', DomainValidationOptions: [{ DomainName: 'example.org', HostedZoneId: 'Z123' }],
    }),
  },
];
