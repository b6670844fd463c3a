import { known } from '../../../facts/fact';
import { onService } from '../live-check';

export const logGroupMissing = onService({
  id: 'log-group-missing',
  check: ({ live: { logGroups, taskDefinition } }) => {
    const groups = known(logGroups);
    const named = (known(taskDefinition).containerDefinitions ?? [])
      .filter(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs' && logConfiguration.options?.['awslogs-create-group'] !== 'true')
      .map(({ logConfiguration }) => logConfiguration?.options?.['awslogs-group']);
    const gone = [...groups].filter(([name, group]) => group === undefined && named.includes(name)).map(([name]) => name);
    return gone.map((name) => ({
      property: 'awslogs-group', thing: name, detail: `awslogs-group (${name}) does not exist, so no new task starts`, fix: `create the log group ${name}`,
    }));
  },
});
