import { createsGroup } from './create-group';
import type { ContainerFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import type { LoggingFacts } from '../../facts/logging';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const logGroupMissing = defineGotcha({
  id: 'log-group-missing',
  title: 'The log group of a container is not there',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: … ResourceNotFoundException: The specified log group does not exist.`',
  why: 'awslogs creates streams, not groups: when the group is not there in awslogs-region, each task stops before its first container runs.',
  rule: '`awslogs-group` is a log group of the app (a warning otherwise) in the region of `awslogs-region` (an error otherwise, an info where the stack may go to any region), unless `awslogs-create-group` is `true`.',
  fix: 'create the log group in the app and in the region of awslogs-region, or set awslogs-create-group and allow logs:CreateLogGroup',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services own a log group with a retention and name it in the log configuration.',
  causalRank: 'start',
  isObserved: true,
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    return !logging || known(logging.driver) !== 'awslogs' ? [] : checkGroup(container, logging, known(logging.options));
  }),
});

function checkGroup(container: ContainerFacts, logging: LoggingFacts, options: Readonly<Record<string, Fact<string>>>): readonly Result[] {
  const { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-create-group': create } = options;
  if (create instanceof Unknown || createsGroup(create)) return [];
  const property = ofContainer(container, 'logging');
  const name = typeof group === 'string' ? group : 'of this app';
  if (!known(logging.groupInApp)) {
    // Another app or a person may have made it.
    return group === undefined ? [] : [{ property, consequence: 'risk', detail: `awslogs-group (${name}) is a log group that this app does not create` }];
  }
  if (known(logging.looksInOwnRegion)) return [];
  const asked = known(region);
  if (logging.groupRegion instanceof Unknown && asked !== undefined) {
    return [{
      property,
      consequence: 'worth-knowing',
      detail: `awslogs-region (${asked}) is fixed, and awslogs-group (${name}) is created in the region of the stack, whichever that is`,
      fix: 'refer to AWS::Region in awslogs-region',
    }];
  }
  const made = known(logging.groupRegion);
  return asked === undefined || made === asked ? [] : [{ property, detail: `awslogs-group (${name}) is created in ${made} and searched for in ${asked}` }];
}
