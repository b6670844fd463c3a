import { mayCover } from '../../facts/domain-names';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { andOthers } from '../naming';

/** Names, and patterns whose `*` stands for the first labels: others may match a name that is certified. */
const CLEAR = /^(\*\.)?[^*?]+$/;

export const netCertificateHost = defineGotcha({
  id: 'net-certificate-host',
  title: 'A host name that no certificate of the listener is for',
  consequence: 'misbehaves',
  symptom: 'Browsers stop with `NET::ERR_CERT_COMMON_NAME_INVALID`, other clients with a TLS error, and no request arrives.',
  why: 'Clients compare the host with the names of the certificate before they send a request. The `*` of a wildcard stands for exactly one label: '
    + '`*.example.com` is neither for `example.com` nor for `a.b.example.com`.',
  rule: 'Each host of the rules of an HTTPS or TLS listener, and each alias record of its load balancer where it listens on port 443, is a name of one of its certificates.',
  fix: 'add the host name to the certificate as a subject alternative name, or add a certificate for it to the listener',
  docsUrl: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html',
  levels: ['synth', 'live'],
  avoidedBy: '`Ingress.publicHttps` makes a certificate for its `domainName`, unless it is passed one.',
  subject: 'listener',
  needs: ['protocol', 'servedHosts'],
  reads: ['certifiedNames'],
  check: ({ protocol, servedHosts, certifiedNames }) => !['HTTPS', 'TLS'].includes(protocol ?? '') ? [] : each(servedHosts, ({ name, from }) => {
    const host = known(name);
    if (!CLEAR.test(host)) return [];
    const names = known(certifiedNames).map((one) => known(one));
    // Without any certificate the listener is refused.
    return names.length === 0 || names.some((one) => mayCover(one, host)) ? [] : [{
      property: 'certificates', detail: `certificates (${andOthers(names)}) are not for ${host}, the host of ${from}`,
    }];
  }),
});
