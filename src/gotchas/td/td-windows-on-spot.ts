import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { strategyOf } from '../strategy';

const SPOT = 'FARGATE_SPOT';

export const tdWindowsOnSpot = defineGotcha({
  id: 'td-windows-on-spot',
  title: 'A Windows task on Fargate Spot',
  consequence: 'never-works',
  symptom: 'ECS refuses the service or the call, or places no task on `FARGATE_SPOT`.',
  why: 'Fargate Spot runs Linux tasks only: Windows containers on Fargate do not support its capacity provider.',
  rule: 'With an operating system family of Windows, the capacity provider strategy of the service or the launch, or else that of the cluster, has no `FARGATE_SPOT` with a base or a weight above 0. Beside `FARGATE` it is a warning.',
  fix: 'take FARGATE_SPOT out of the strategy, or run the task on Linux',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
  levels: ['synth', 'live'],
  subject: 'service',
  alsoOn: ['taskLaunch'],
  needs: ['launchType', 'capacityProviderStrategy', 'task', 'cluster'],
  check: ({ launchType, capacityProviderStrategy, task, cluster }) => {
    const family = task.operatingSystemFamily;
    if (typeof family === 'string' && !family.startsWith('WINDOWS')) return [];
    const isOwn = launchType !== undefined || capacityProviderStrategy.length > 0;
    const used = strategyOf(launchType, capacityProviderStrategy, cluster)
      .filter(({ base, weight }) => known(base) > 0 || known(weight) > 0).map(({ provider }) => known(provider));
    if (!used.includes(SPOT)) return [];
    return !known(family).startsWith('WINDOWS') ? [] : [{
      property: isOwn ? 'capacityProviderStrategies' : 'defaultCapacityProviderStrategy',
      consequence: used.every((provider) => provider === SPOT) ? undefined : 'misbehaves',
      detail: `${isOwn ? 'capacityProviderStrategies' : 'defaultCapacityProviderStrategy of the cluster'} (${SPOT}) runs no tasks of ${known(family)}`,
      ...isOwn ? {} : { fix: 'set a capacity provider strategy with FARGATE alone, or the launch type FARGATE' },
    }];
  },
});
