import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netCertificateRegion = defineGotcha({
  id: 'net-certificate-region',
  title: 'A listener with a certificate of another region',
  consequence: 'rejected',
  symptom: '`The certificate ARN … is not valid`, or `Certificate ARN … is not valid`, when the listener is created.',
  why: 'A load balancer takes certificates of AWS Certificate Manager from its own region alone. A certificate for CloudFront is in us-east-1.',
  rule: 'The region in the ARN of each certificate of a listener is that of its stack.',
  fix: 'request the certificate in the region of the load balancer, a second one beside that for CloudFront',
  docsUrl: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
  levels: ['construct', 'synth'],
  avoidedBy: '`Ingress.publicHttps` with a `hostedZone` creates the certificate in the region of the service.',
  subject: 'listener',
  needs: ['region', 'certificateRegions'],
  check: ({ region, certificateRegions }) => each(certificateRegions, (other) => known(other) === region ? [] : [{
    property: 'certificates', detail: `certificates (one of ${known(other)}) are not those of ${region}, where the listener is`,
  }]),
});
