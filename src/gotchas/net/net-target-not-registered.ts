import { defineLiveGotcha } from '../definition';

export const netTargetNotRegistered = defineLiveGotcha({
  id: 'net-target-not-registered',
  title: 'Running tasks that are no targets',
  consequence: 'never-works',
  symptom: 'Tasks run and are healthy, and the load balancer answers 503.',
  why: 'ECS registers a task once, when it starts. A target that was deregistered later, or that could not be registered, gets no traffic.',
  rule: 'A target group of a steady service has as many targets as the service has running tasks.',
  fix: 'replace the tasks with aws ecs update-service --force-new-deployment, and find out what deregisters targets: only ECS should',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  causalRank: 'symptom',
});
