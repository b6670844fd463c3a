import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const DESYNC = 'routing.http.desync_mitigation_mode';
const DROP_INVALID = 'routing.http.drop_invalid_header_fields.enabled';

export const secAlbHardening = defineGotcha({
  id: 'sec-alb-hardening',
  title: 'The load balancer passes on requests that it could refuse',
  consequence: 'risk',
  symptom: 'Nothing in the logs of the load balancer, and requests in those of the application that it should have refused.',
  why: 'Requests that proxies and servers read differently can smuggle another request behind the first, past the rules of the load balancer.',
  rule: '`routing.http.desync_mitigation_mode` isn\'t `monitor`. `routing.http.drop_invalid_header_fields.enabled` set to `false` is worth knowing only; left out, neither is reported.',
  fix: 'leave the desync mitigation mode at defensive or strictest, and drop invalid header fields',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The load balancers of our ingress drop invalid header fields and keep the mitigation on.',
  causalRank: 'none',
  subject: 'balancer',
  needs: ['type', 'attributes'],
  // Defaults would be reported for every app: only explicit settings are reported here.
  check: ({ type, attributes }) => type !== 'application' ? [] : all(
    () => known(attributes.get(DESYNC) ?? 'defensive') === 'monitor'
      ? [{ property: DESYNC, detail: `${DESYNC} (monitor) only counts ambiguous requests`, fix: `set ${DESYNC} to defensive` }]
      : [],
    () => known(attributes.get(DROP_INVALID) ?? 'true') === 'false'
      ? [{ property: DROP_INVALID, consequence: 'worth-knowing', detail: `${DROP_INVALID} (false) passes on invalid headers`, fix: `set ${DROP_INVALID} to true` }]
      : [],
  ),
});
