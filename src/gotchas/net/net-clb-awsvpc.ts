import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netClbAwsvpc = defineGotcha({
  id: 'net-clb-awsvpc',
  title: 'A Classic Load Balancer for tasks with addresses of their own',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the load balancer.',
  why: 'A Classic Load Balancer only knows instances; ECS refuses it for a service whose tasks are in awsvpc.',
  rule: 'A service whose tasks are in `awsvpc` names target groups in `loadBalancers`, and no Classic Load Balancer.',
  fix: 'use an Application or a Network Load Balancer with a target group of type ip',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  levels: ['synth'],
  designedOut: 'An ingress is an Application Load Balancer.',
  subject: 'service',
  needs: ['loadBalancers', 'task'],
  check: ({ loadBalancers, task }) => each(loadBalancers, ({ isClassic }) => known(isClassic) && known(task.networkMode) === 'awsvpc'
    ? [{ property: 'loadBalancers', detail: 'loadBalancers (Classic Load Balancer) is not allowed with network mode awsvpc' }]
    : []),
});
