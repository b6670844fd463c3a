import { known, knownOf } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { allows } from '../permissions';

export const queScaleInCutsWork = defineGotcha({
  id: 'que-scale-in-cuts-work',
  title: 'Scale-in stops tasks in the middle of their work',
  consequence: 'risk',
  symptom: 'Exit code 137 after a scale-in, and messages that are received a second time although nothing failed.',
  why: 'Application Auto Scaling does not know which tasks work, and a message that is worked on is not counted as visible. ECS sends SIGTERM to any of them and ends it after stopTimeout, 30 s by default and at most 120 s on Fargate. '
    + 'What a message needs longer is cut, and done again.',
  rule: 'A service that receives from a queue and scales in has a `stopTimeout` as long as the work on a message, for which the visibility timeout less `stopTimeout` is taken; '
    + 'or its task role allows `ecs:UpdateTaskProtection`; or an alarm on the sum of the visible messages and those in flight scales it in, at 0.',
  fix: 'let tasks protect themselves while they work (ecs:UpdateTaskProtection), raise stopTimeout, or scale in at 0 messages, those in flight (ApproximateNumberOfMessagesNotVisible) included',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html',
  levels: ['synth'],
  subject: 'queue',
  needs: ['visibilitySeconds', 'consumers'],
  check: ({ visibilitySeconds, consumers }) => each(consumers, (consumer) => {
    if (!known(consumer.scalesIn)) return [];
    const role = known(consumer.taskRole);
    if (role && allows(role, 'ecs:UpdateTaskProtection')) return [];
    const all = known(consumer.stopSeconds);
    all.forEach(known);
    const stop = Math.max(...knownOf(all));
    const work = visibilitySeconds - stop;
    if (work <= stop) return [];
    return [{
      property: 'visibilityTimeout',
      detail: `visibilityTimeout (${visibilitySeconds} s) allows work of ${work} s, and scale-in ends tasks of service ${known(consumer.service)} after ${stop} s`,
    }];
  }),
});
