import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

const VISIBILITY = { least: 0, most: 43_200 };
const RETENTION = { least: 60, most: 1_209_600 };

export const queAttributeRange = defineGotcha({
  id: 'que-attribute-range',
  title: 'A time of a queue that SQS refuses',
  consequence: 'rejected',
  symptom: '`Invalid value for the parameter VisibilityTimeout` or `MessageRetentionPeriod`, when the queue is created.',
  why: 'SQS hides a received message for 12 hours at most, and keeps one from a minute to 14 days.',
  rule: '`visibilityTimeout` is from 0 to 43200 seconds, `messageRetentionPeriod` from 60 to 1209600.',
  fix: 'set the time within its range; for work of more than 12 hours, hand it to a job and delete the message',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  levels: ['synth'],
  avoidedBy: '`QueueConsumer` refuses a processing time that takes more than 12 hours.',
  subject: 'queue',
  needs: [],
  reads: ['visibilitySeconds', 'retentionSeconds'],
  check: ({ visibilitySeconds, retentionSeconds }) => all(
    () => within('visibilityTimeout', known(visibilitySeconds), VISIBILITY),
    () => within('messageRetentionPeriod', known(retentionSeconds), RETENTION),
  ),
});

function within(property: string, seconds: number, { least, most }: typeof VISIBILITY): readonly Result[] {
  if (seconds >= least && seconds <= most) return [];
  return [{ property, detail: `${property} (${seconds} seconds) is not from ${least} to ${most}`, fix: `set ${property} from ${least} to ${most} seconds` }];
}
