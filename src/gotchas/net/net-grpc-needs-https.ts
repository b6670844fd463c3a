import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netGrpcNeedsHttps = defineGotcha({
  id: 'net-grpc-needs-https',
  title: 'A target group for gRPC or HTTP/2 behind plain HTTP',
  consequence: 'rejected',
  symptom: 'Creating the listener or its rule fails: Elastic Load Balancing refuses the target group because of its protocol version.',
  why: 'Elastic Load Balancing accepts target groups with protocol version GRPC or HTTP2 on HTTPS listeners only, and refuses the listener or rule.',
  rule: 'Where the `protocolVersion` of a target group is `GRPC` or `HTTP2`, at least 1 listener that forwards to it speaks HTTPS.',
  fix: 'have the listener speak HTTPS, or leave the protocol version at HTTP1',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  levels: ['synth'],
  designedOut: 'An ingress refuses the protocolVersion where clients use plain HTTP.',
  subject: 'targetGroup',
  needs: ['protocolVersion', 'balancers'],
  check: ({ protocolVersion, balancers }) => {
    if (protocolVersion !== 'GRPC' && protocolVersion !== 'HTTP2') return [];
    const spoken = balancers.flatMap(({ protocols }) => known(protocols).map((protocol) => known(protocol)));
    return spoken.length === 0 || spoken.some((protocol) => protocol !== 'HTTP') ? [] : [{
      property: 'protocolVersion',
      detail: `protocolVersion (${protocolVersion}) is for listeners that speak HTTPS, the load balancer speaks HTTP only`,
    }];
  },
});
