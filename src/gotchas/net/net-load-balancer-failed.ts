import { defineLiveGotcha } from '../definition';

export const netLoadBalancerFailed = defineLiveGotcha({
  id: 'net-load-balancer-failed',
  title: 'The load balancer of a service is gone or has failed',
  consequence: 'never-works',
  symptom: 'The state of the load balancer is `failed`, or there is none by the ARN that the target group names.',
  why: 'No request reaches the tasks through it.',
  rule: 'The load balancers in front of a service exist, and their state is active.',
  fix: 'read the reason of Elastic Load Balancing; create the load balancer again and forward to the target group of the service',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
});
