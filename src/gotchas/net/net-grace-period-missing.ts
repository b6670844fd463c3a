import { defineGotcha } from '../definition';

export const netGracePeriodMissing = defineGotcha({
  id: 'net-grace-period-missing',
  title: 'A service behind a load balancer gives its tasks no time to start',
  consequence: 'misbehaves',
  symptom: 'The service event `(port …) is unhealthy in (target-group …) due to (reason …)`, for tasks that are still starting, one after the other.',
  why: 'Without a grace period ECS stops a task as soon as its target turns unhealthy, also while it is still starting: a slow start turns into an endless replacement of tasks.',
  rule: 'A service with a load balancer has to set `healthCheckGracePeriod` to more than 0 s.',
  fix: 'set healthCheckGracePeriod to more than a task takes to start',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth', 'live'],
  designedOut: 'Our web services give 60 s, or as long as their own health check may take, unless told otherwise.',
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
