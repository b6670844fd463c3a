import { anyKnown, known } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import { defineGotcha } from '../definition';

const NAMESPACE = 'AWS/SQS';
const MESSAGES = /^ApproximateNumberOfMessages/;

export const queSleeping = defineGotcha({
  id: 'que-sleeping',
  title: 'A service at zero that waits for the metrics of an idle queue',
  consequence: 'worth-knowing',
  symptom: 'The first message after a quiet night waits up to 15 minutes for a task.',
  why: 'SQS sends no metrics of a queue that nothing used for 6 hours, and takes up to 15 minutes to send them again after it is used. Until then no alarm sees the message.',
  rule: 'A service with a `minCapacity` of 0 that scales on metrics of SQS is worth knowing of.',
  fix: 'set minCapacity to 1 where a message cannot wait for 15 minutes, or acknowledge this',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-monitoring-using-cloudwatch.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['scaling'],
  check: ({ scaling }) => {
    if (!scaling || known(scaling.minCapacity) > 0 || !anyKnown(known(scaling.policies), followsQueue)) return [];
    return [{ property: 'minCapacity', detail: 'minCapacity (0) lets the service sleep until SQS sends metrics of its queue again, up to 15 minutes after a message' }];
  },
});

function followsQueue({ metric, math }: ScalingPolicyFacts): boolean {
  const name = known(metric);
  if (name !== undefined && MESSAGES.test(name)) return true;
  const expressions = known(math);
  return expressions !== undefined && anyKnown(expressions.metrics, ({ namespace }) => known(namespace) === NAMESPACE);
}
