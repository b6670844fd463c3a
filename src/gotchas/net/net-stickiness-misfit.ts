import { known, type Fact } from '../../facts/fact';
import { table } from '../../facts/table';
import { all, defineGotcha, type Result } from '../definition';

const HTTP = ['lb_cookie', 'app_cookie'];
const TYPES: { readonly [protocol: string]: readonly string[] | undefined } = table({
  HTTP, HTTPS: HTTP, TCP: ['source_ip'], UDP: ['source_ip'], TCP_UDP: ['source_ip'], TLS: [],
});
const LONGEST_SECONDS = 604800;

export const netStickinessMisfit = defineGotcha({
  id: 'net-stickiness-misfit',
  title: 'Stickiness that Elastic Load Balancing refuses',
  consequence: 'rejected',
  symptom: 'Creating the target group fails with an `InvalidConfigurationRequest` about a `stickiness` attribute.',
  why: 'Application Load Balancers know their clients by a cookie, Network Load Balancers by their address: Elastic Load Balancing refuses a target group with the type of the other, and cookie names that it uses itself.',
  rule: '`stickiness.type` is `lb_cookie` or `app_cookie` for targets that speak HTTP or HTTPS, and `source_ip` for TCP and UDP; there is none for TLS. A cookie '
    + 'lasts 1 to 604800 s. `app_cookie` has a cookie name, which does not begin with AWSALB.',
  fix: 'use lb_cookie or app_cookie with HTTP, source_ip with TCP and UDP, and 1 s to 7 days',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
  levels: ['synth'],
  designedOut: 'An ingress accepts a duration and the name of a cookie, checks both, and sets the matching type.',
  subject: 'targetGroup',
  needs: ['protocol', 'attributes'],
  check: ({ protocol, attributes }) => known(attributes.get('stickiness.enabled')) !== 'true' ? [] : all(
    () => type(protocol, attributes.get('stickiness.type')),
    ...HTTP.map((one) => () => duration(one, attributes.get(`stickiness.${one}.duration_seconds`))),
    () => cookie(known(attributes.get('stickiness.type')), attributes.get('stickiness.app_cookie.cookie_name')),
  ),
});

function type(protocol: string | undefined, fact: Fact<string> | undefined): readonly Result[] {
  const [taken, given] = [TYPES[protocol ?? ''], known(fact)];
  if (taken === undefined || (given === undefined && taken.length > 0) || taken.includes(given!)) return [];
  return [{
    property: 'stickiness.type',
    detail: `stickiness.type (${given ?? 'left out'}) is not allowed for targets with protocol ${protocol}, only ${taken.join(', ') || 'no stickiness'}`,
    fix: taken.length > 0 ? `use ${taken.join(' or ')}` : 'switch stickiness off, or use TCP',
  }];
}

function duration(kind: string, fact: Fact<string> | undefined): readonly Result[] {
  const given = known(fact);
  if (given === undefined || (/^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= LONGEST_SECONDS)) return [];
  return [{
    property: `stickiness.${kind}.duration_seconds`,
    detail: `stickiness.${kind}.duration_seconds (${given}) is not 1 to ${LONGEST_SECONDS}`,
    fix: 'use 1 s to 7 days',
  }];
}

function cookie(kind: string | undefined, fact: Fact<string> | undefined): readonly Result[] {
  const name = known(fact);
  if (kind !== 'app_cookie' || (name !== undefined && !name.startsWith('AWSALB') && name !== '')) return [];
  return [{
    property: 'stickiness.app_cookie.cookie_name',
    detail: `stickiness.app_cookie.cookie_name (${name || 'none'}) is not the name of a cookie of the application`,
    fix: 'name a cookie of the application, which does not begin with AWSALB',
  }];
}
