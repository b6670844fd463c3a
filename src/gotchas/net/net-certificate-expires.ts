import { defineLiveGotcha } from '../definition';

export const netCertificateExpires = defineLiveGotcha({
  id: 'net-certificate-expires',
  title: 'A certificate that has expired, or that is not renewed',
  consequence: 'misbehaves',
  symptom: '`NET::ERR_CERT_DATE_INVALID` in browsers, `certificate has expired` elsewhere, and targets that are healthy.',
  why: 'ACM renews a certificate 60 days before its end, if it can validate each domain again. It renews no imported certificate. Clients refuse one that has expired, and no health check uses it.',
  rule: 'Each certificate of an HTTPS or TLS listener is issued and not expired. 30 days before its end it has been renewed, or another one imported.',
  fix: 'create the CNAME records that ACM names for its domains, or import the certificate again under the same ARN',
  docsUrl: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  causalRank: 'none',
});
