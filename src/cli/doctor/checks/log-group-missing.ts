import { known } from '../../../facts/fact';
import { sessionRecordsOf } from '../../collect/session-records';
import { onService } from '../live-check';

export const logGroupMissing = onService({
  id: 'log-group-missing',
  check: ({ cluster: { cluster }, live: { service, logGroups, taskDefinition } }) => {
    const groups = known(logGroups);
    const logging = (known(taskDefinition).containerDefinitions ?? []).flatMap(({ logConfiguration }) => logConfiguration ?? []);
    const named = logging.map(({ options }) => options?.['awslogs-group']);
    const created = logging.filter(({ options }) => options?.['awslogs-create-group'] === 'true').map(({ options }) => options?.['awslogs-group']);
    // Tasks start without the log group of sessions: it is another gotcha.
    const ofSessions = sessionRecordsOf(service, cluster)?.group;
    const isLogged = (name: string): boolean => !created.includes(name) && (name !== ofSessions || named.includes(name));
    const gone = [...groups].filter(([name, group]) => group === undefined && isLogged(name)).map(([name]) => name);
    return gone.map((name) => ({
      property: 'awslogs-group', thing: name, detail: `awslogs-group (${name}) does not exist, so no new task starts`, fix: `create the log group ${name}`,
    }));
  },
});
