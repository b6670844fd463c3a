import { defineGotcha } from '../definition';
import { areInOneZone, isInAvailabilityZone } from './zones';

export const netAlbOneSubnet = defineGotcha({
  id: 'net-alb-one-subnet',
  title: 'An Application Load Balancer in one zone',
  consequence: 'rejected',
  symptom: '`At least two subnets in two different Availability Zones must be specified`, when the load balancer is created.',
  why: 'Elastic Load Balancing refuses an Application Load Balancer in less than two zones, unless its subnet is in a Local Zone or on an Outpost.',
  rule: 'An Application Load Balancer needs subnets in at least 2 Availability Zones. A subnet in a Local Zone or on an Outpost may be the only one.',
  fix: 'set subnets in two zones or more',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  levels: ['synth'],
  subject: 'balancer',
  needs: ['type', 'subnets'],
  check: ({ type, subnets }) => type !== 'application' || !areInOneZone(subnets) || !subnets.every(isInAvailabilityZone) ? [] : [{
    property: 'subnets',
    detail: `subnets (${subnets.length}) of an Application Load Balancer are all in one zone`,
  }],
});
