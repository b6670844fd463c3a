import { ATTRIBUTES, NAMES } from './attribute-sets';
import { known } from '../../facts/fact';
import type { AttributeSet } from '../../facts/target-group';
import { nearest } from '../../text/nearest';
import { defineGotcha, each, type Result } from '../definition';

export const netAttributeKind = defineGotcha({
  id: 'net-attribute-kind',
  title: 'An attribute that this kind of load balancer or target group does not have',
  consequence: 'rejected',
  symptom: '`Load balancer attribute key \'…\' is not supported on load balancers with type \'…\'`, `… is not recognized`, or `The provided target group attribute is not supported`.',
  why: 'Attributes are names and texts for CloudFormation, which passes them on unread. Application and Network Load Balancers have different ones, and so have their target groups: Elastic Load Balancing refuses one of another kind and one that is misspelled.',
  rule: 'Each attribute is one of its kind of load balancer, or of the target groups for its protocol: `idle_timeout.timeout_seconds` and `routing.http.…` are those of Application Load Balancers, `slow_start.duration_seconds` and `load_balancing.algorithm.type` are for HTTP and HTTPS, '
    + '`preserve_client_ip.enabled` and `proxy_protocol_v2.enabled` for TCP, TLS and UDP. An Application Load Balancer can\'t switch `load_balancing.cross_zone.enabled` off; its target groups can.',
  fix: 'leave the attribute out, or use the one of this kind of load balancer',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses set the attributes of their own kind; attributes that you add to their resources are yours.',
  subject: 'targetGroup',
  alsoOn: ['balancer'],
  needs: ['attributeSet', 'attributes'],
  check: ({ attributeSet, attributes }) => each([...attributes.keys()], (key) => {
    if (key.startsWith('stickiness.')) return [];
    if (!ATTRIBUTES[attributeSet].includes(key)) return [foreign(key, attributeSet)];
    const isOff = attributeSet === 'application' && key === 'load_balancing.cross_zone.enabled' && known(attributes.get(key)) === 'false';
    return !isOff ? [] : [{
      property: key,
      detail: `${key} (false) can't be set on an Application Load Balancer, where it is always on`,
      fix: 'leave it out, and switch it off on the target groups',
    }];
  }),
});

function foreign(key: string, set: AttributeSet): Result {
  const owners = (Object.keys(ATTRIBUTES) as AttributeSet[]).filter((one) => ATTRIBUTES[one].includes(key));
  if (owners.length > 0) return { property: key, detail: `${key} (of ${owners.map((one) => NAMES[one]).join(' and ')}) is no attribute of ${NAMES[set]}` };
  const [near] = nearest(key, ATTRIBUTES[set], 1);
  if (near === undefined) return { notChecked: `the attribute ${key} is not known here` };
  return { property: key, detail: `${key} (misspelled) is no attribute of ${NAMES[set]}, which has ${near}`, fix: `write ${near}` };
}
