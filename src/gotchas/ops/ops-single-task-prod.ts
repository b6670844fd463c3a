import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const opsSingleTaskProd = defineGotcha({
  id: 'ops-single-task-prod',
  title: 'One task answers all requests',
  consequence: 'worth-knowing',
  symptom: '`503 Service Temporarily Unavailable` for the minute or two in which the only task is replaced.',
  why: 'When the task, its instance or its availability zone fails, the load balancer answers 503 until another one is healthy.',
  rule: 'A service behind a load balancer runs at least 2 tasks: `minCapacity` if it scales, else `desiredCount`, which is 1 if left out. A count of 0 and daemons are not reported.',
  fix: 'run two tasks at least, in two availability zones',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-availability.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services run two tasks by default.',
  causalRank: 'none',
  subject: 'service',
  needs: ['loadBalancers', 'schedulingStrategy', 'scaling'],
  reads: ['desiredCount'],
  check: ({ loadBalancers, schedulingStrategy, scaling, desiredCount }) => {
    if (loadBalancers.length === 0 || schedulingStrategy === 'DAEMON') return [];
    const property = scaling ? 'minCapacity' : 'desiredCount';
    const count = scaling ? known(scaling.minCapacity) : known(desiredCount);
    if ((count ?? 1) !== 1) return [];
    return [{ property, detail: `${property} (${count ?? 'not set, which is 1'}) has one task answer all requests` }];
  },
});
