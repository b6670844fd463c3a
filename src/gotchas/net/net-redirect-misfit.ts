import type { BalancerFacts } from '../../facts/balancer';
import { anyKnown, known } from '../../facts/fact';
import type { RedirectFacts } from '../../facts/listener';
import { defineGotcha, each, type Result } from '../definition';

export const netRedirectMisfit = defineGotcha({
  id: 'net-redirect-misfit',
  title: 'A redirect to itself, or to a port that doesn\'t answer',
  consequence: 'rejected',
  symptom: '`The redirect configuration is not valid because it creates a loop`, or browsers that show `ERR_SSL_PROTOCOL_ERROR` or a timeout after the redirect.',
  why: 'Parts of a URL that a redirect leaves out stay as they are, the port too: without a port, a redirect of http:// to HTTPS leads to port 80. Elastic Load Balancing refuses a redirect that changes nothing, and doesn\'t check where the others lead to.',
  rule: 'A redirect changes at least one of protocol, port, host and path. One that keeps the host leads to a port with a listener: `Protocol: HTTPS` needs `Port: 443` beside it. A load balancer behind another proxy may acknowledge it.',
  fix: 'set the protocol and the port of the redirect: HTTPS and 443',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  levels: ['synth'],
  avoidedBy: '`Ingress.publicHttps` creates the redirect with the protocol and the port of its HTTPS listener.',
  subject: 'listener',
  needs: ['redirects'],
  reads: ['protocol', 'port', 'balancer'],
  check: ({ redirects, protocol, port, balancer }) => each(redirects, (redirect) => check(redirect, known(protocol), known(port), balancer)),
});

function check(redirect: RedirectFacts, protocol: string | undefined, port: number | undefined, balancer: BalancerFacts): readonly Result[] {
  if (port === undefined || !['HTTP', 'HTTPS'].includes(protocol ?? '') || !keeps(known(redirect.host), '#{host}')) return [];
  const to = { protocol: changed(known(redirect.protocol), '#{protocol}', protocol!), port: changed(known(redirect.port), '#{port}', String(port)) };
  if (to.port !== String(port)) {
    return isAnswered(balancer, Number(to.port)) ? [] : [{
      property: 'redirect',
      consequence: 'misbehaves',
      detail: `redirect (of ${redirect.from}, to ${to.protocol} on port ${to.port}) leads to a port for which the load balancer has no listener`,
      fix: `add a listener for port ${to.port}, or redirect to the port of one`,
    }];
  }
  if (to.protocol !== protocol) {
    return [{
      property: 'redirect',
      consequence: 'never-works',
      detail: `redirect (of ${redirect.from}, to ${to.protocol} on port ${port}) leads to this listener itself, which speaks ${protocol}`,
    }];
  }
  return !keeps(known(redirect.path), '/#{path}') ? [] : [{
    property: 'redirect',
    detail: `redirect (of ${redirect.from}) changes neither protocol, port, host nor path`,
  }];
}

function keeps(value: string | undefined, keyword: string): boolean {
  return value === undefined || value === keyword;
}

function changed(value: string | undefined, keyword: string, kept: string): string {
  return keeps(value, keyword) ? kept : value!;
}

function isAnswered({ listenerPorts, isOpen }: BalancerFacts, port: number): boolean {
  return anyKnown(known(listenerPorts), (one) => known(one) === port) || known(isOpen);
}
