import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const MOST_RECEIVES = 1000;

export const queRedriveInvalid = defineGotcha({
  id: 'que-redrive-invalid',
  title: 'A redrive policy that SQS refuses, or whose dead-letter queue admits no messages',
  consequence: 'rejected',
  symptom: '`Value … for parameter RedrivePolicy is invalid`, when the queue is created.',
  why: 'A redrive policy has the ARN of a dead-letter queue and a number of receives from 1 to 1000, under names that SQS reads letter by letter. '
    + 'A dead-letter queue with a redrive allow policy takes the messages of the queues in it alone.',
  rule: '`redrivePolicy` has `deadLetterTargetArn`, an ARN and no URL, and a `maxReceiveCount` from 1 to 1000. A `redriveAllowPolicy` of the dead-letter queue admits the queue: `allowAll`, or `byQueue` with its ARN.',
  fix: 'set deadLetterTargetArn to the ARN of the dead-letter queue, and maxReceiveCount to 3',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  levels: ['synth'],
  subject: 'queue',
  needs: ['redrive'],
  reads: ['deadLetter'],
  check: ({ redrive, deadLetter }) => redrive === undefined ? [] : all(
    () => {
      const fields = known(redrive.fields);
      const missing = ['deadLetterTargetArn', 'maxReceiveCount'].filter((name) => !fields.includes(name));
      return missing.length === 0 ? [] : [{
        property: 'redrivePolicy',
        detail: `redrivePolicy (${fields.join(', ') || 'empty'}) lacks ${missing.join(' and ')}`,
        fix: `set ${missing.join(' and ')}, with a small first letter`,
      }];
    },
    () => {
      const count = known(redrive.maxReceiveCount);
      if (count === undefined || (Number.isInteger(count) && count >= 1 && count <= MOST_RECEIVES)) return [];
      return [{ property: 'maxReceiveCount', detail: `maxReceiveCount (${count}) is not from 1 to ${MOST_RECEIVES}`, fix: 'set maxReceiveCount to 3' }];
    },
    () => known(redrive.namedByUrl) && known(redrive.fields).includes('deadLetterTargetArn') ? [{
      property: 'deadLetterTargetArn',
      detail: 'deadLetterTargetArn (no ARN) names no queue: Ref of a queue is its URL',
      fix: 'use the ARN of the dead-letter queue: Fn::GetAtt with Arn',
    }] : [],
    () => {
      const admits = known(deadLetter)?.admitsSource;
      return admits === undefined || known(admits) ? [] : [{
        property: 'redriveAllowPolicy',
        consequence: 'never-works',
        detail: 'redriveAllowPolicy (of the dead-letter queue) does not admit the messages of this queue',
        fix: 'add the ARN of the queue to sourceQueueArns, or set redrivePermission to allowAll',
      }];
    },
  ),
});
