import { anyKnown, known } from '../../facts/fact';
import { all, defineGotcha, type Finding } from '../definition';

export const netTlsListener = defineGotcha({
  id: 'net-tls-listener',
  title: 'A listener without the certificate it needs, or with TLS settings that it does not use',
  consequence: 'rejected',
  symptom: '`A certificate must be specified for HTTPS listeners`, or a site that also answers over plain HTTP.',
  why: 'Elastic Load Balancing refuses an HTTPS or TLS listener without a certificate, certificates on one of another protocol, and a security policy that it does not have. An HTTP listener that forwards beside it serves in plain text what was meant to be encrypted.',
  rule: 'A listener over HTTPS or TLS has at least 1 certificate and a policy that exists, as in `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`; one of another protocol has none. `alpnPolicy` is for `TLS`. On a public load balancer that has an HTTPS listener, the HTTP listener on port 80 redirects '
    + 'instead of forwarding, else it is a warning.',
  fix: 'add a certificate to the listener',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  levels: ['synth', 'live'],
  avoidedBy: '`Ingress.publicHttps` and `Ingress.internalHttps` make or take a certificate, and their HTTP listener redirects.',
  subject: 'listener',
  needs: ['protocol'],
  reads: ['port', 'certificates', 'sslPolicy', 'hasAlpnPolicy', 'defaultActions', 'balancer'],
  check: ({ protocol, port, certificates, sslPolicy, hasAlpnPolicy, defaultActions, balancer }) => all(
    () => ['HTTPS', 'TLS'].includes(protocol ?? '') && known(certificates) === 0
      ? [{ property: 'certificates', detail: `certificates (none) are not enough for a listener that speaks ${protocol}` }]
      : [],
    () => withoutTls(protocol, known(certificates), known(sslPolicy)),
    () => known(hasAlpnPolicy) && protocol !== 'TLS' && protocol !== undefined
      ? [{ property: 'alpnPolicy', detail: `alpnPolicy (set) is not for a listener that speaks ${protocol}`, fix: 'leave alpnPolicy out, or use TLS on a Network Load Balancer' }]
      : [],
    () => {
      if (protocol !== 'HTTP' || known(port) !== 80 || !known(balancer.internetFacing)) return [];
      const isPlain = anyKnown(known(balancer.protocols), (one) => known(one) === 'HTTPS') && anyKnown(known(defaultActions), (one) => known(one) === 'forward');
      return !isPlain ? [] : [{
        property: 'defaultAction',
        detail: 'defaultAction (forward) of the HTTP listener leaves requests in plain text, though the load balancer speaks HTTPS',
        fix: 'redirect to HTTPS: ListenerAction.redirect({ protocol: \'HTTPS\', port: \'443\', permanent: true }), and let the service depend on the HTTPS listener',
        consequence: 'risk',
      }];
    },
  ),
});

function withoutTls(protocol: string | undefined, certificates: number, sslPolicy: string | undefined): readonly Finding[] {
  if (protocol === undefined) return [];
  if (['HTTPS', 'TLS'].includes(protocol)) {
    // The names of all policies end with the month that they are of.
    return sslPolicy === undefined || /^ELBSecurityPolicy-([\w-]+-)?20\d\d-\d\d$/.test(sslPolicy) ? [] : [{
      property: 'sslPolicy', detail: `sslPolicy (${sslPolicy}) is no policy of Elastic Load Balancing`, fix: 'use ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    }];
  }
  return certificates === 0 ? [] : [{
    property: 'certificates',
    detail: `certificates (${certificates}) are not for a listener that speaks ${protocol}`,
    fix: protocol === 'HTTP' ? 'set the protocol HTTPS' : 'set the protocol TLS',
  }];
}
