import { known } from '../../facts/fact';
import type { LoadBalancerFacts } from '../../facts/service';
import { defineGotcha, each } from '../definition';

export const netTargetGroupPlainPort = defineGotcha({
  id: 'net-target-group-plain-port',
  title: 'A target group speaks HTTPS to port 80, or HTTP to port 443',
  consequence: 'misbehaves',
  symptom: 'Each request is answered with 502, and targets are unhealthy: `Health checks failed`, or code 400 with `The plain HTTP request was sent to HTTPS port` in the log of the container.',
  why: 'The protocol of a target group is the one between load balancer and container. The certificate of a listener ends there, and a container that listens on port 80 does not take TLS.',
  rule: 'A target group of an Application Load Balancer that leads to container port 80 has the protocol `HTTP`, and one that leads to 443 has `HTTPS`.',
  fix: 'set the protocol of the target group to HTTP, and leave HTTPS to the listener',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['loadBalancers'],
  check: ({ loadBalancers }) => each(loadBalancers, (own) => {
    const protocol = known(own.targetGroup.protocol);
    const port = known(own.containerPort);
    if (protocol === 'HTTPS' && port === 80) return [{ property: PROPERTY, detail: `protocol (HTTPS) of the target group starts TLS on ${ofPort(own)}, which is for plain HTTP` }];
    if (protocol !== 'HTTP' || port !== 443) return [];
    return [{ property: PROPERTY, detail: `protocol (HTTP) of the target group sends plain requests to ${ofPort(own)}, which is for TLS`, fix: 'set the protocol of the target group to HTTPS' }];
  }),
});

const PROPERTY = 'targetGroup.protocol';

function ofPort({ containerName, containerPort }: LoadBalancerFacts): string {
  return `container port ${known(containerPort)}${typeof containerName === 'string' ? ` of ${containerName}` : ''}`;
}
