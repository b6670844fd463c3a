import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const sclQueueNamedByUrl = defineGotcha({
  id: 'scl-queue-named-by-url',
  title: 'Scaling on a metric whose queue is named by its URL',
  consequence: 'never-works',
  symptom: 'The alarm stays in state `INSUFFICIENT_DATA`, and the service never scales.',
  why: 'The metrics of SQS have the name of the queue as their dimension. `Ref` of a queue is its URL, and CloudWatch has no metric of that name. Neither CloudFormation nor CloudWatch refuses it.',
  rule: 'The dimension `QueueName` of a metric that a service scales on is the name of a queue: `Fn::GetAtt` with `QueueName`.',
  fix: 'set QueueName to the name of the queue: queue.queueName, or Fn::GetAtt with QueueName in a template',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
  levels: ['synth'],
  designedOut: '`QueueBacklogScaling` reads the name of its queue itself.',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, ({ namesQueueByUrl }) => known(namesQueueByUrl) ? [{
    property: 'queueName',
    detail: 'queueName (URL of the queue) is no dimension of a metric of SQS, which has the name of the queue',
  }] : []),
});
