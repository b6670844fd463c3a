import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplPercentDeadlock = defineGotcha({
  id: 'dpl-percent-deadlock',
  title: 'The healthy percentages leave a deployment no room',
  consequence: 'never-works',
  symptom: '`service … was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`',
  why: 'ECS starts new tasks up to maxHealthyPercent of the desired count, rounded down, and stops old ones down to minHealthyPercent, rounded up. Where neither leaves room for one task, a deployment stands still, and so does the draining of an instance.',
  rule: '`maxHealthyPercent` of the tasks, rounded down, is more than they are, or `minHealthyPercent` of them, rounded up, is less. The tasks are the desired count, or the least that scaling leaves; for daemons, and where no number is known, 100 with 100 is reported.',
  fix: 'raise maxHealthyPercent to 200, or lower minHealthyPercent',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'start',
  subject: 'service',
  needs: ['controller', 'strategy', 'schedulingStrategy', 'minHealthyPercent', 'maxHealthyPercent', 'desiredCount', 'scaling'],
  check: ({ controller, strategy, schedulingStrategy, minHealthyPercent, maxHealthyPercent, desiredCount, scaling }) => {
    if (controller !== 'ECS' || strategy !== 'ROLLING') return [];
    const daemon = schedulingStrategy === 'DAEMON';
    const min = minHealthyPercent ?? (daemon ? 0 : 100);
    const max = maxHealthyPercent ?? (daemon ? 100 : 200);
    const percents = `minHealthyPercent (${min}) with maxHealthyPercent (${max})`;
    const tasks = daemon ? undefined : scaling ? known(scaling.minCapacity) : desiredCount;
    // The number of tasks follows the instances, manual changes or scaling: only percentages that block every number are certain.
    if (tasks === undefined || (tasks === 0 && scaling)) {
      return min >= 100 && max <= 100
        ? [{
          property: daemon ? 'minHealthyPercent' : 'maxHealthyPercent',
          detail: `${percents} blocks each start and stop of a task in a deployment`,
          ...(daemon ? { fix: 'lower minHealthyPercent to 0' } : {}),
        }]
        : [];
    }
    if (tasks <= 0 || Math.floor(tasks * max / 100) > tasks || Math.ceil(tasks * min / 100) < tasks) return [];
    return [{
      property: 'maxHealthyPercent',
      detail: `${percents} blocks each start and stop of a task in a deployment while the service has ${tasks}`,
      fix: `raise maxHealthyPercent to ${Math.ceil((tasks + 1) * 100 / tasks)}, `
        + `or lower minHealthyPercent to ${Math.floor((tasks - 1) * 100 / tasks)}`,
    }];
  },
});
