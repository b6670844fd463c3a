import { defineLiveGotcha } from '../definition';

export const opsServiceDraining = defineLiveGotcha({
  id: 'ops-service-draining',
  title: 'A service that is being deleted',
  consequence: 'worth-knowing',
  symptom: 'The status of the service is `DRAINING`, and tasks run although none is desired.',
  why: 'A deleted service stops its tasks and deregisters their targets first. It takes no update any more, and its name is free once it is INACTIVE.',
  rule: 'The status of a service is ACTIVE.',
  fix: 'wait for its tasks to stop, and create the service again if it was deleted by mistake',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/delete-service-v2.html',
  causalRank: 'none',
});
