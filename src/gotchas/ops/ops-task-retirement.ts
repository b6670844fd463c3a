import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const opsTaskRetirement = defineGotcha({
  id: 'ops-task-retirement',
  title: 'When Fargate retires the only task, nothing runs until the next one does',
  consequence: 'worth-knowing',
  symptom: 'An outage of a minute or two, some days after a notice of AWS that a task is going to be retired.',
  why: 'Fargate replaces tasks for its own updates, seven days after its notice: with a largest healthy percent of 100 and one task, ECS stops it before the next one starts.',
  rule: '`maxHealthyPercent` of a Fargate service with 1 task (its `minCapacity` if it scales, else its `desiredCount`) has to be above 100 where `minHealthyPercent` is below 100.',
  fix: 'set maxHealthyPercent to 200, or run two tasks at least',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-maintenance.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services start a new task before they stop an old one, and run two.',
  subject: 'service',
  needs: ['onFargate', 'schedulingStrategy', 'maxHealthyPercent', 'minHealthyPercent'],
  reads: ['desiredCount', 'scaling'],
  check: ({ onFargate, schedulingStrategy, maxHealthyPercent, minHealthyPercent, desiredCount, scaling }) => {
    // With 100 as the smallest too, nothing is ever replaced, which is another gotcha.
    if (!onFargate || schedulingStrategy === 'DAEMON' || maxHealthyPercent !== 100 || (minHealthyPercent ?? 100) > 99) return [];
    const scaled = known(scaling);
    const fewest = scaled ? known(scaled.minCapacity) : known(desiredCount) ?? 1;
    return fewest !== 1 ? [] : [{
      property: 'maxHealthyPercent', detail: 'maxHealthyPercent (100) stops the only task before another one starts',
    }];
  },
});
