import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const netLoadBalancerName = defineGotcha({
  id: 'net-load-balancer-name',
  title: 'A name that load balancers and target groups can\'t have',
  consequence: 'rejected',
  symptom: '`Load balancer name \'…\' cannot be longer than \'32\' characters`, `Target group name \'…\' can contain only characters that are alphanumeric characters and hyphens(-)`, and the like.',
  why: 'Elastic Load Balancing puts the name into a DNS name, and refuses one that is too long or has other characters. `internal-` is for itself.',
  rule: 'The name of a load balancer or a target group has 1 to 32 letters of ASCII, digits and hyphens, with no hyphen at its beginning or end. That of a load balancer does not begin with `internal-`.',
  fix: 'shorten the name to 32 letters, digits and hyphens, or leave it out',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses leave the names of load balancers and target groups to CloudFormation.',
  subject: 'balancer',
  alsoOn: ['targetGroup'],
  needs: ['name', 'reservedPrefixes'],
  check: ({ name, reservedPrefixes }) => {
    const problem = name === undefined ? undefined : problemOf(name, known(reservedPrefixes));
    return problem === undefined ? [] : [{ property: 'name', detail: `name (${name}) ${problem}` }];
  },
});

function problemOf(name: string, reserved: readonly string[]): string | undefined {
  const prefix = reserved.find((one) => name.startsWith(one));
  if (name.length > 32) return `has ${name.length} characters, and may have 32`;
  if (!/^[A-Za-z0-9-]+$/.test(name)) return 'has other characters than letters, digits and hyphens';
  if (/^-|-$/.test(name)) return 'begins or ends with a hyphen';
  return prefix && `begins with ${prefix}, which is reserved`;
}
