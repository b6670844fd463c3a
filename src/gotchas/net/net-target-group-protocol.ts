import { known } from '../../facts/fact';
import { table } from '../../facts/table';
import { all, defineGotcha, each } from '../definition';

export const netTargetGroupProtocol = defineGotcha({
  id: 'net-target-group-protocol',
  title: 'A protocol that the kind of load balancer, or its listener, does not have',
  consequence: 'rejected',
  symptom: '`Protocol \'HTTP\' … is not supported`, `Listener protocol \'TLS\' must be one of \'HTTPS, HTTP\'`, or `The protocol of the target group … is not compatible with the protocol of the listener`.',
  why: 'An Application Load Balancer speaks HTTP and HTTPS, a Network Load Balancer TCP, TLS, UDP and QUIC: Elastic Load Balancing refuses a listener with a protocol of the other kind, and one whose target group has a protocol that does not go with its own.',
  rule: 'Listeners and target groups of an Application Load Balancer have `HTTP` or `HTTPS`. A listener of a Network Load Balancer over `TCP` forwards to `TCP` or `TCP_UDP`, one over `TLS` to `TCP` or `TLS`, '
    + 'one over `UDP` to `UDP` or `TCP_UDP`, one over `QUIC` to `QUIC` or `TCP_QUIC`, one over `TCP_UDP` or `TCP_QUIC` to its own. `ProtocolVersion` is for target groups over HTTP and HTTPS.',
  fix: 'set a protocol of the load balancer on the listener, and one that fits it on the target group',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  levels: ['synth'],
  avoidedBy: 'An ingress creates its listeners and target groups with protocols that go together; an existing listener or target group is yours.',
  subject: 'listener',
  needs: ['protocol'],
  reads: ['balancer', 'forwarded'],
  check: ({ protocol, balancer, forwarded }) => {
    const goesWith = protocol === undefined ? undefined : GOES_WITH[protocol];
    if (protocol === undefined || !goesWith) return [];
    return all(
      () => {
        const type = known(balancer.type);
        const kinds = PROTOCOLS[type];
        return kinds.includes(protocol) ? [] : [{ property: 'protocol', detail: `protocol (${protocol}) is not one of the ${type} load balancer, which has ${kinds.join(', ')}` }];
      },
      () => each(known(forwarded), (group) => {
        const own = known(group.protocol);
        const version = known(group.protocolVersion);
        if (version !== undefined && own !== undefined && !['HTTP', 'HTTPS'].includes(own)) {
          return [{
            property: 'defaultActions',
            detail: `protocolVersion (${version}) of the target group ${group.name} is not for ${own}, only for HTTP and HTTPS`,
            fix: 'leave ProtocolVersion out',
          }];
        }
        // A function has none.
        return own === undefined || goesWith.includes(own) ? [] : [{
          property: 'defaultActions',
          detail: `protocol (${own}) of the target group ${group.name} does not fit the ${protocol} of the listener, behind which is ${goesWith.join(' or ')}`,
        }];
      }),
    );
  },
});

const PROTOCOLS: Readonly<Record<'application' | 'network' | 'gateway', readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
  gateway: ['GENEVE'],
};

/** Protocols of target groups, by that of the listener. */
const GOES_WITH: { readonly [protocol: string]: readonly string[] | undefined } = table({
  HTTP: ['HTTP', 'HTTPS'],
  HTTPS: ['HTTP', 'HTTPS'],
  TCP: ['TCP', 'TCP_UDP'],
  TLS: ['TCP', 'TLS'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
  QUIC: ['QUIC', 'TCP_QUIC'],
  TCP_QUIC: ['TCP_QUIC'],
});
