import { defineLiveGotcha } from '../definition';

export const expResourceFailed = defineLiveGotcha({
  id: 'exp-resource-failed',
  title: 'A resource that ECS manages for an Express service has failed',
  consequence: 'misbehaves',
  symptom: 'The service has tasks, and its address does not answer, or nothing scales it.',
  why: 'In Express Mode ECS makes the load balancer, the certificate, the rule and the scaling of a service. What it could not make stands in the revision of the service, and in no event.',
  rule: 'Each resource that ECS manages for the running revision is `ACTIVE`, or has been `PROVISIONING` for less than 30 minutes.',
  fix: 'correct what the reason of ECS names, mostly the infrastructure role or a quota, and update the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html',
});
