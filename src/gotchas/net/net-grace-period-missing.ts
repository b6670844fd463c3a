import { defineGotcha } from '../definition';

export const netGracePeriodMissing = defineGotcha({
  id: 'net-grace-period-missing',
  title: 'A service behind a load balancer without time for its tasks to start',
  consequence: 'misbehaves',
  symptom: 'The service event `(port …) is unhealthy in (target-group …) due to (reason …)`, for tasks that are still starting, one after the other.',
  why: 'Without a grace period ECS stops a task as soon as its target turns unhealthy, also while it is still starting: a slow start turns into an endless replacement of tasks.',
  rule: 'A service with a load balancer has to set `healthCheckGracePeriod` to more than 0 s.',
  fix: 'set healthCheckGracePeriod to more than the start of a task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our web services set 60 s by default, or as long as their own health check may take.',
  causalRank: 'none',
  subject: 'service',
  needs: ['loadBalancers', 'healthCheckGracePeriodSeconds'],
  check: ({ loadBalancers, healthCheckGracePeriodSeconds }) => (loadBalancers.length > 0 && !healthCheckGracePeriodSeconds
    ? [{
      property: 'healthCheckGracePeriod',
      detail: `healthCheckGracePeriod (${healthCheckGracePeriodSeconds === 0 ? '0 s' : 'not set'}) leaves tasks no time to start`,
    }]
    : []),
});
