import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const netListenerPortTaken = defineGotcha({
  id: 'net-listener-port-taken',
  title: 'Two listeners of a load balancer have the same port',
  consequence: 'rejected',
  symptom: '`A listener already exists on this port for this load balancer`.',
  why: 'A load balancer has one listener for a port: Elastic Load Balancing refuses the second one, whichever stack it is in.',
  rule: 'No 2 listeners of one load balancer have the same port. One over UDP or QUIC may have that of one over TCP or TLS.',
  fix: 'add a rule to the listener that is there, or choose another port',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  levels: ['synth'],
  avoidedBy: 'A `SharedLoadBalancer` has one listener, to which its services add rules.',
  subject: 'listener',
  needs: ['port', 'samePort'],
  check: ({ port, samePort }) => samePort.length === 0 ? [] : [{
    property: 'port', detail: `port (${port}) is taken by ${andOthers(samePort)} on the same load balancer`,
  }],
});
