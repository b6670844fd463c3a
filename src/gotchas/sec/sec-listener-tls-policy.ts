import { defineGotcha } from '../definition';

const SPEAKS_TLS = ['HTTPS', 'TLS'];
const BY_DEFAULT = 'ELBSecurityPolicy-2016-08';

/** Policies that still take TLS 1.0 or 1.1. */
const OLD = /^ELBSecurityPolicy-(20\d\d-\d\d|FS-2018-06|FS-1-1-2019-08|TLS-1-[01]-20\d\d-\d\d|TLS13-1-[01]-.*)$/;

export const secListenerTlsPolicy = defineGotcha({
  id: 'sec-listener-tls-policy',
  title: 'The listener takes TLS 1.0 or 1.1',
  consequence: 'risk',
  symptom: 'Scanners and Security Hub report TLS 1.0 and 1.1 on the listener.',
  why: 'Both versions are retired and weak, and audits fail on them; the default policy is one of 2016 that accepts them.',
  rule: '`sslPolicy` of a listener over HTTPS or TLS is set, and to one without TLS 1.0 and 1.1: not to `ELBSecurityPolicy-2016-08` or another with only a '
    + 'date, nor to `FS-2018-06`, `FS-1-1`, `TLS-1-0`, `TLS-1-1`, `TLS13-1-0` or `TLS13-1-1`.',
  fix: 'set sslPolicy to ELBSecurityPolicy-TLS13-1-2-Res-2021-06 or newer, as `SslPolicy.RECOMMENDED_TLS` does',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our ingress sets a policy with TLS 1.2 and 1.3.',
  causalRank: 'none',
  subject: 'listener',
  needs: ['protocol', 'sslPolicy'],
  check: ({ protocol, sslPolicy }) => {
    if (!SPEAKS_TLS.includes(protocol ?? '') || !OLD.test(sslPolicy ?? BY_DEFAULT)) return [];
    return [{ property: 'sslPolicy', detail: `sslPolicy (${sslPolicy ?? `not set, which is ${BY_DEFAULT}`}) takes TLS 1.0 or 1.1` }];
  },
});
