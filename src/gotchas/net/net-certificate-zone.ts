import { isInZone } from '../../facts/domain-names';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const PUBLIC_FIX = 'validate it in the public zone of the domain, or import a certificate of a private certificate authority';

export const netCertificateZone = defineGotcha({
  id: 'net-certificate-zone',
  title: 'A certificate that is validated in the hosted zone of another domain, or in a private one',
  consequence: 'never-works',
  symptom: 'The stack waits for the certificate, and fails after hours or with `RRSet with DNS name … is not permitted in zone …`.',
  why: 'AWS Certificate Manager issues the certificate when it finds a record below the domain itself. A record in the zone of another domain is refused, or never found, and one in a private zone is found in its VPCs alone.',
  rule: 'Each domain of a certificate is in the hosted zone that its `domainValidationOptions` name, and that zone is public.',
  fix: 'name the hosted zone of the domain: CertificateValidation.fromDnsMultiZone takes one for each domain',
  docsUrl: 'https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.publicHttps` accepts a `domainName` in its `hostedZone` alone.',
  subject: 'certificate',
  needs: ['validations'],
  check: ({ validations }) => each(validations, ({ domain, zoneName, isPrivate }) => {
    const zone = known(zoneName);
    if (zone === undefined) return [];
    const property = 'domainValidationOptions';
    if (!isInZone(known(domain), zone)) return [{ property, detail: `${property} (${known(domain)}) name the hosted zone ${zone}, which does not hold the domain` }];
    return known(isPrivate) ? [{ property, detail: `${property} (${known(domain)}) name the hosted zone ${zone}, which is private`, fix: PUBLIC_FIX }] : [];
  }),
});
