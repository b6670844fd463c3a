import { defineGotcha } from '../definition';

export const netServiceWithoutLoadBalancer = defineGotcha({
  id: 'net-service-without-load-balancer',
  title: 'A target group on a listener that no service registers in',
  consequence: 'misbehaves',
  symptom: '`503 Service Temporarily Unavailable` from the load balancer, while the tasks of the service run and nothing is wrong with them.',
  why: 'ECS registers tasks only in the target groups that the service names, so the load balancer has nothing to send requests to and answers 503.',
  rule: 'A target group of type `ip` that a listener forwards to needs 1 service that registers in it, or 1 fixed target.',
  fix: 'name the target group in the loadBalancers of the service, or remove it from the listener',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  levels: ['synth'],
  designedOut: 'A web service takes a required `ingress`, which creates the target group and names it in the service.',
  subject: 'targetGroup',
  needs: ['targetType', 'onListener', 'fixedTargets', 'registrants'],
  check: ({ targetType, onListener, fixedTargets, registrants }) =>
    targetType === 'ip' && onListener && fixedTargets === 0 && registrants === 0
      ? [{ detail: 'targets (none) are registered in a target group that a listener forwards to', property: 'targets' }]
      : [],
});
