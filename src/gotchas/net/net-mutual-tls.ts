import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netMutualTls = defineGotcha({
  id: 'net-mutual-tls',
  title: 'A listener that requests certificates and can\'t verify them',
  consequence: 'rejected',
  symptom: 'Creating the listener fails with a `ValidationError` about its mutual authentication.',
  why: 'Clients present a certificate in the TLS handshake, and the load balancer verifies it with a trust store: Elastic Load Balancing refuses mutual TLS without HTTPS, and `verify` without a trust store.',
  rule: 'A listener with mutual authentication `passthrough` or `verify` speaks HTTPS, and one with `verify` has a trust store.',
  fix: 'have the listener speak HTTPS, and name the trust store for verify',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  levels: ['synth'],
  avoidedBy: '`mutualAuthentication` is an option of ingress over HTTPS only.',
  subject: 'listener',
  needs: ['mutualTls'],
  reads: ['protocol', 'hasTrustStore'],
  check: ({ mutualTls: mode, protocol, hasTrustStore }) => mode !== 'passthrough' && mode !== 'verify' ? [] : all(
    () => known(protocol) === 'HTTPS' ? [] : [{
      property: 'mutualAuthentication',
      detail: `mutualAuthentication (${mode}) is for HTTPS listeners, the protocol of this one is ${known(protocol) ?? 'not set'}`,
      fix: 'have the listener speak HTTPS, or leave mutualAuthentication out',
    }],
    () => mode === 'passthrough' || known(hasTrustStore) ? [] : [{
      property: 'mutualAuthentication',
      detail: `mutualAuthentication (${mode}) has no trust store to verify certificates with`,
      fix: 'name a trust store, or use passthrough and verify certificates in the application',
    }],
  ),
});
