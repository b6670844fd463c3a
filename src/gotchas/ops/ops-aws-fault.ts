import { defineLiveGotcha } from '../definition';

export const opsAwsFault = defineLiveGotcha({
  id: 'ops-aws-fault',
  title: 'AWS could not start tasks for reasons of its own',
  consequence: 'risk',
  symptom: '`InternalError`, `Timeout waiting for network interface provisioning to complete.` and the like in the reason of a stopped task.',
  why: 'The service need not be wrong: an API of AWS failed or took too long, or an instance is broken.',
  rule: 'No task stops for a fault on the side of AWS.',
  fix: 'deploy again; if it happens again, replace the container instance of the tasks, check the AWS Health Dashboard, and open a case',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/internal-error.html',
});
