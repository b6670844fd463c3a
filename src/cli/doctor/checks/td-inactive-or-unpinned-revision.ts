import { known } from '../../../facts/fact';
import { nameIn } from '../../collect/service-state';
import { onService } from '../live-check';

export const tdInactiveRevision = onService({
  id: 'td-inactive-or-unpinned-revision',
  check: ({ live: { taskDefinition } }) => {
    const { status, taskDefinitionArn } = known(taskDefinition);
    return status === undefined || status === 'ACTIVE' ? [] : [{
      property: 'taskDefinition',
      detail: `taskDefinition (${nameIn(taskDefinitionArn)}) is ${status}: it runs and scales on, but nothing new can use it`,
      why: 'ECS keeps a deregistered revision for the service that uses it, and refuses it to any other service or task.',
      fix: 'deploy an active revision',
    }];
  },
});
