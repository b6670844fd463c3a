import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const queFifoName = defineGotcha({
  id: 'que-fifo-name',
  title: 'The name of a queue does not go with its kind',
  consequence: 'rejected',
  symptom: '`The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix`, or `Can only include alphanumeric characters`.',
  why: 'SQS requires names of FIFO queues to end in `.fifo`, and takes no dot in the name of another queue.',
  rule: 'A `queueName` ends in `.fifo` if and only if `fifoQueue` is true, and has no other dot.',
  fix: 'let the name of a FIFO queue end in .fifo, or leave the name out',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  levels: ['synth'],
  subject: 'queue',
  needs: ['fifo', 'name'],
  check: ({ fifo, name }) => {
    if (name === undefined || known(fifo) === name.endsWith('.fifo')) return [];
    return [fifo
      ? { property: 'queueName', detail: `queueName (${name}) of a FIFO queue does not end in .fifo`, fix: `name the queue ${name.replace(/\./g, '-')}.fifo` }
      : { property: 'fifoQueue', detail: `queueName (${name}) ends in .fifo, and the queue is a standard one`, fix: 'set fifoQueue to true, or name the queue without .fifo' }];
  },
});
