import type { Subject } from '../meaning';

const WIRING = { id: 'dpl-bluegreen-wiring' };

/** Listener rules and target groups between which a deployment shifts the traffic. */
export const TRAFFIC: Subject = {
  is: /invalid networking configuration|(?:production|test) ?listener ?rule|alternateTargetGroup/i,
  causes: [
    { when: /exactly one target group|which are serving traffic/i, meaning: { ...WIRING, means: 'were rolled back, since both target groups get traffic', fix: 'set the weight of the target group that should get none to 0 in the production listener rule, and deploy again' } },
    { when: /unexpected target group/i, meaning: { ...WIRING, means: 'were rolled back, since the production listener rule forwards to another target group', fix: 'forward the production listener rule to the two target groups of the service alone, and deploy again' } },
    { when: /not associated|must be associated/i, meaning: { ...WIRING, means: 'were rolled back, since no listener rule leads to one of the two target groups', fix: 'forward to both target groups from the production listener rule or the test listener rule, with weight 0 where there is no traffic yet' } },
    { when: /rules? not ?found|does not exist/i, meaning: { ...WIRING, means: 'were rolled back, since their listener rule is gone', fix: 'name listener rules that are there in productionListenerRule and testListenerRule: a rule that was created again has another ARN' } },
    { when: /security group|subnet/i, meaning: { id: 'net-subnet-or-group-gone', means: 'were rolled back, since their subnets or security groups can\'t be used', fix: 'name subnets and security groups of one VPC that are there, and deploy' } },
  ],
  otherwise: { ...WIRING, means: 'were rolled back, since their load balancer is not set up for it', fix: 'compare the listener rules and target groups with what the text of AWS requires' },
};
