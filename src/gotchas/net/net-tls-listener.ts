import { anyKnown, known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netTlsListener = defineGotcha({
  id: 'net-tls-listener',
  title: 'A listener without the certificate it needs, or beside TLS without using it',
  consequence: 'rejected',
  symptom: '`A certificate must be specified for HTTPS listeners`, or a site that also answers over plain HTTP.',
  why: 'Elastic Load Balancing refuses an HTTPS or TLS listener without a certificate. An HTTP listener that forwards beside it serves in plain text what was meant to be encrypted.',
  rule: 'A listener over HTTPS or TLS has at least 1 certificate. On a public load balancer that has an HTTPS listener, the HTTP listener on port 80 redirects '
    + 'instead of forwarding, else it is a warning.',
  fix: 'add a certificate to the listener',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  levels: ['synth', 'live'],
  avoidedBy: '`Ingress.publicHttps` and `Ingress.internalHttps` make or take a certificate, and their HTTP listener redirects.',
  subject: 'listener',
  needs: ['protocol'],
  reads: ['port', 'certificates', 'defaultActions', 'balancer'],
  check: ({ protocol, port, certificates, defaultActions, balancer }) => all(
    () => ['HTTPS', 'TLS'].includes(protocol ?? '') && known(certificates) === 0
      ? [{ property: 'certificates', detail: `certificates (none) are not enough for a listener that speaks ${protocol}` }]
      : [],
    () => {
      if (protocol !== 'HTTP' || known(port) !== 80 || !known(balancer.internetFacing)) return [];
      const isPlain = anyKnown(known(balancer.protocols), (one) => known(one) === 'HTTPS') && anyKnown(known(defaultActions), (one) => known(one) === 'forward');
      return !isPlain ? [] : [{
        property: 'defaultAction',
        detail: 'defaultAction (forward) of the HTTP listener leaves requests in plain text, though the load balancer speaks HTTPS',
        fix: 'redirect to HTTPS: ListenerAction.redirect({ protocol: \'HTTPS\', port: \'443\', permanent: true })',
        consequence: 'risk',
      }];
    },
  ),
});
