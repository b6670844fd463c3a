import { defineLiveGotcha } from '../definition';

export const sdInstancesDiffer = defineLiveGotcha({
  id: 'sd-instances-differ',
  title: 'A name of Cloud Map that leads elsewhere than to the tasks',
  consequence: 'misbehaves',
  symptom: 'Some callers get `ECONNREFUSED` or a timeout, others an answer of the service.',
  why: 'ECS registers a task when it starts and removes it when it stops. Where it could not, clients call an address that no task or another one has, or find too few tasks.',
  rule: 'While a service is steady, each of its running tasks is registered in its Cloud Map services, and each instance that ECS registered for it is one of its running tasks.',
  fix: 'remove instances without a task with aws servicediscovery deregister-instance, and register missing tasks with a new deployment',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
});
