import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { Token, type IResource } from 'aws-cdk-lib/core';
import { refuse } from '../gotchas/enforce';
import { netCertificateRegion } from '../gotchas/net/net-certificate-region';

/** Throws for a certificate of another region than the network or the service of its load balancer. */
export function checkCertificateRegion(at: string, property: string, certificate: acm.ICertificate | undefined, { env }: IResource): void {
  const region = certificate && regionOf(certificate);
  if (region === undefined || Token.isUnresolved(env.region) || region === env.region) return;
  refuse({
    headline: `${property} is in ${region}, and the load balancer in ${env.region}`,
    gotcha: netCertificateRegion,
    at,
    property,
    fix: `create or import a certificate of ${env.region}`,
  });
}

/** `undefined`: known only at deployment, or a certificate of IAM. */
function regionOf({ certificateArn, env }: acm.ICertificate): string | undefined {
  if (!Token.isUnresolved(certificateArn)) return /^arn:[^:]+:acm:([^:]+):/.exec(certificateArn)?.[1];
  return Token.isUnresolved(env.region) ? undefined : env.region;
}
