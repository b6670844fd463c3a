import { defineLiveGotcha } from '../definition';

export const opsApiThrottled = defineLiveGotcha({
  id: 'ops-api-throttled',
  title: 'Calls that ECS makes for a service are throttled',
  consequence: 'misbehaves',
  symptom: '`ECS is unable to perform the action because of throttling: Rate exceeded`',
  why: 'ECS shares the request rate of other APIs with the whole account. While it is throttled, deployments and scaling take longer.',
  rule: 'No API that ECS calls for a service rejects calls for their rate.',
  fix: 'spread deployments over time, and find what else calls the API that AWS names',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
});
