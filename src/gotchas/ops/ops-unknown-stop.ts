import { defineLiveGotcha } from '../definition';

export const opsUnknownStop = defineLiveGotcha({
  id: 'ops-unknown-stop',
  title: 'Tasks stop for a reason of their own',
  consequence: 'never-works',
  symptom: '`Essential container in task exited`',
  why: 'A task ends with its first essential container. The reason why the container ended is in its log, not in ECS.',
  rule: 'Tasks of a service stop only when ECS stops them.',
  fix: 'read the last log lines of the container',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
});
