import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

const DEPTH = 'ApproximateNumberOfMessagesVisible';

export const sclQueueDepthTarget = defineGotcha({
  id: 'scl-queue-depth-target',
  title: 'Target tracking on the length of a queue',
  consequence: 'misbehaves',
  symptom: 'The count swings between its minimum and its maximum while the queue is worked off.',
  why: 'The length of a queue doesn\'t fall in proportion to the tasks that are added, which target tracking counts on: it adds too many, then takes them all away.',
  rule: 'No policy tracks `ApproximateNumberOfMessagesVisible` as it is; metric math on it is allowed.',
  fix: 'track the messages per task with metric math, or use a step policy on the length',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'scalableTarget',
  needs: ['policies'],
  check: ({ policies }) => each(policies, ({ kind, metric, targetValue }) => {
    if (known(kind) !== 'target-tracking' || known(metric) !== DEPTH) return [];
    return [{ property: 'targetValue', detail: `targetValue (${known(targetValue) ?? 'not set'}) is for all messages of the queue, however many tasks work on them` }];
  }),
});
