import { defineLiveGotcha } from '../definition';

export const opsUnknownEvent = defineLiveGotcha({
  id: 'ops-unknown-event',
  title: 'ECS reports a fault that the doctor does not know',
  consequence: 'risk',
  symptom: 'A service event with words such as `unable` or `failed` since the last steady state.',
  why: 'AWS changes the words of its events from time to time, and some faults are rare.',
  rule: 'Since its last steady state, a service has no event of a fault whose cause is unknown.',
  fix: 'read the text of AWS, and search the service event messages for it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  causalRank: 'none',
});
