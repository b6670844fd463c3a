import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { HttpsOptions } from './load-balancer-options';
import { checkText } from '../checks/arguments';
import { isOpen } from '../checks/open-value';
import { refuse } from '../gotchas/enforce';
import { netCertificateZone } from '../gotchas/net/net-certificate-zone';
import { netMutualTls } from '../gotchas/net/net-mutual-tls';

const ACM_DOCS = 'https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html';
const RECORD_DOCS = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html';
const NAME = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$/i;
/** Names that AWS Certificate Manager accepts. */
const CERTIFIED = /^(\*\.)?[a-z0-9.-]*[a-z0-9]$/i;
/** AWS Certificate Manager takes no longer name as the first of a certificate. */
const MOST_COMMON_NAME = 64;

/** Throws for a name that gets no record or no certificate, and for mutual TLS that nothing verifies. */
export function checkHttps(at: string, { domainName, hostedZone, certificate, mutualAuthentication }: HttpsOptions): void {
  checkDomain(at, 'ingress.domainName', domainName, hostedZone && { zone: hostedZone, property: 'ingress.hostedZone' }, certificate === undefined);
  checkMutual(at, 'ingress.mutualAuthentication', mutualAuthentication);
}

/** Throws for a name outside of its hosted zone, and for one that no certificate can be for. */
export function checkDomain(
  at: string, property: string, domainName: string,
  hosted: { readonly zone: route53.IHostedZone; readonly property: string } | undefined, isCertified: boolean,
): void {
  checkText(at, property, domainName, NAME, 'be a domain name as in app.example.com', RECORD_DOCS);
  const zoneName = hosted && zoneNameOf(at, hosted.property, hosted.zone);
  if (isCertified && hosted) checkPublic(at, hosted);
  if (isOpen(domainName)) return;
  if (isCertified && hosted && !CERTIFIED.test(domainName)) {
    refuse({
      headline: `${property} is '${domainName}', and AWS Certificate Manager accepts no dot at the end and no underscore`,
      at,
      property,
      fix: domainName.endsWith('.') ? `leave out the dot: '${domainName.slice(0, -1)}'` : 'choose a name of letters, digits and hyphens, or pass a certificate',
      docs: ACM_DOCS,
    });
  }
  if (isCertified && hosted && domainName.length > MOST_COMMON_NAME) {
    refuse({
      headline: `${property} has ${domainName.length} characters, a certificate is for names of ${MOST_COMMON_NAME} at most`,
      at,
      property,
      fix: 'choose a shorter name, or pass a certificate that has a shorter name too',
      docs: ACM_DOCS,
    });
  }
  if (zoneName === undefined || isOpen(zoneName) || isIn(domainName, zoneName)) return;
  refuse({
    headline: `${property} is '${domainName}', which is not in the hosted zone ${zoneName}`,
    at,
    property,
    why: `A record for it would be ${domainName}.${zoneName}, and a certificate would wait for a record that is never found.`,
    fix: `choose a name that ends with .${zoneName}, or pass the hosted zone of the name`,
    docs: RECORD_DOCS,
  });
}

/** Throws for a private zone, in which AWS Certificate Manager finds no record. */
function checkPublic(at: string, { zone, property }: { readonly zone: route53.IHostedZone; readonly property: string }): void {
  if (!(zone instanceof route53.PrivateHostedZone)) return;
  refuse({
    headline: `${property} is private, and the certificate would wait for a record in a public zone`,
    gotcha: netCertificateZone,
    at,
    property,
    fix: 'pass a certificate, such as one of a private certificate authority, or the public zone of the name',
  });
}

/** The name of a hosted zone. Throws for a zone that is imported without one. */
export function zoneNameOf(at: string, property: string, zone: route53.IHostedZone): string {
  try {
    return zone.zoneName.replace(/\.$/, '');
  } catch {
    return refuse({
      headline: `${property} is imported by its id alone, a record needs the name of the zone too`,
      at,
      property,
      fix: "import it with its name: HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: 'example.com' })",
      docs: RECORD_DOCS,
    });
  }
}

function isIn(name: string, zone: string): boolean {
  return `.${name.replace(/\.$/, '')}`.toLowerCase().endsWith(`.${zone.toLowerCase()}`);
}

/** Throws for certificates of clients that are verified against nothing, or not at all though there is something. */
export function checkMutual(at: string, property: string, mutual: elbv2.MutualAuthentication | undefined): void {
  if (!mutual) return;
  const { mutualAuthenticationMode: mode = elbv2.MutualAuthenticationMode.OFF, trustStore, ignoreClientCertificateExpiry } = mutual;
  const verifies = mode === elbv2.MutualAuthenticationMode.VERIFY;
  if (!verifies && ignoreClientCertificateExpiry !== undefined) {
    refuse({
      headline: `${property} has ignoreClientCertificateExpiry, which ${mode} does not use`,
      gotcha: netMutualTls,
      at,
      property,
      fix: 'use MutualAuthenticationMode.VERIFY, or leave ignoreClientCertificateExpiry out',
    });
  }
  if (verifies === (trustStore !== undefined)) return;
  refuse({
    headline: verifies ? `${property} is VERIFY without a trustStore to verify certificates with` : `${property} has a trustStore, which ${mode} does not use`,
    gotcha: netMutualTls,
    at,
    property,
    fix: verifies ? 'pass the trustStore, or use MutualAuthenticationMode.PASS_THROUGH' : 'use MutualAuthenticationMode.VERIFY, or leave trustStore out',
  });
}
