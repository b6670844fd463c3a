import { ApplicationProtocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { refuseWithoutCertificate } from './application-load-balancer';
import { checkCertificateRegion } from './check-certificate-region';
import { checkDomain, checkMutual, zoneNameOf } from './check-https';
import { checkBalancedSubnets, checkLoadBalancer } from './check-load-balancer';
import type { SharedLoadBalancerProps } from './shared-load-balancer';
import { checkOnce } from '../checks/once';
import { refuse } from '../gotchas/enforce';

/** Throws for props that can't be right, or that contradict each other. */
export function checkSharedLoadBalancer(at: string, props: SharedLoadBalancerProps): void {
  checkLoadBalancer(at, props, '');
  checkBalancedSubnets(at, props.vpc, !props.internal, props.vpcSubnets, '');
  checkMutual(at, 'mutualAuthentication', props.mutualAuthentication);
  checkOnce(at, 'certificates', props.certificates, ({ certificateArn }) => certificateArn);
  props.certificates?.forEach((certificate, index) => checkCertificateRegion(at, `certificates[${index}]`, certificate, props.vpc));
  if (props.protocol === ApplicationProtocol.HTTP) {
    checkPlainHttp(at, props);
    return;
  }
  checkNames(at, props);
  if (props.certificates?.length || (!props.certificates && props.hostedZone)) return;
  refuseWithoutCertificate(at, 'the load balancer has neither certificates nor hostedZone', 'certificates',
    'pass the hostedZone to get a certificate, pass certificates, or set protocol: ApplicationProtocol.HTTP');
}

/** A certificate that is created is for the name and for all one level below. */
function checkNames(at: string, { domainName, hostedZone, certificates }: SharedLoadBalancerProps): void {
  if (!hostedZone) return;
  const zoneName = zoneNameOf(at, 'hostedZone', hostedZone);
  // With certificates and without a name, none is created for the zone.
  if (domainName === undefined && certificates !== undefined) return;
  checkDomain(at, domainName === undefined ? 'hostedZone' : 'domainName', domainName ?? zoneName, { zone: hostedZone, property: 'hostedZone' }, certificates === undefined);
}

function checkPlainHttp(at: string, props: SharedLoadBalancerProps): void {
  for (const property of ['certificates', 'domainName', 'sslPolicy', 'mutualAuthentication'] as const) {
    if (props[property] === undefined) continue;
    refuse({
      headline: `${property} is set on a load balancer that speaks HTTP, which has no certificate`,
      at,
      property,
      fix: `leave ${property} out, or the protocol to speak HTTPS`,
    });
  }
}
