import { defineLiveGotcha } from '../definition';

export const scProxyUnhealthy = defineLiveGotcha({
  id: 'sc-proxy-unhealthy',
  title: 'The Service Connect proxy of a task is unhealthy',
  consequence: 'never-works',
  symptom: 'The health of container `ecs-service-connect-…` is UNHEALTHY, or it has stopped.',
  why: 'All connections to and from other services of the namespace go through the proxy.',
  rule: 'The Service Connect proxy of each running task runs and is healthy.',
  fix: 'raise the task by 256 CPU units and 64 MiB for the proxy, and read its log, whose destination is in logConfiguration of Service Connect',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
});
