import { createsGroup } from './create-group';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer, ofLogGroup } from '../naming';
import { routerFix } from './router-fix';

export const logRetentionInfinite = defineGotcha({
  id: 'log-retention-infinite',
  title: 'The log group keeps everything for ever',
  consequence: 'worth-knowing',
  symptom: '`TimedStorage-ByteHrs` of CloudWatch Logs on the bill grows from month to month.',
  why: 'A log group without a retention never deletes what it got, and CloudWatch Logs bills the storage month after month.',
  rule: 'The log group that a container logs to has a retention. One that `awslogs-create-group` makes has none.',
  fix: 'set the retention of the log group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The log group of a service has a retention, by default one month.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awslogs') return [];
    const property = ofContainer(container, 'logging');
    if (logging.groupInApp === false && createsGroup(known(logging.options)['awslogs-create-group'])) {
      return [{ property, detail: 'awslogs-create-group (true) creates a log group without a retention', fix: 'create the log group in the app, with a retention' }];
    }
    if (logging.isDescribedElsewhere || known(logging.groupRetentionDays) !== undefined) return [];
    return [{ property, detail: `${ofLogGroup(logging, 'retention', 'not set')} of the log group of ${ofContainer(container)} keeps all logs for ever`, ...routerFix(container, 'a log group with a retention') }];
  }),
});
