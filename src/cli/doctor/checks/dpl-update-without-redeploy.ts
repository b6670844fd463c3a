import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { onService } from '../live-check';

export const dplUpdateWithoutRedeploy = onService({
  id: 'dpl-update-without-redeploy',
  check: ({ live: { service, runningTasks } }) => {
    const providers = (service.capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider);
    const tasks = known(runningTasks);
    const elsewhere = providers.length === 0 ? [] : tasks.filter(({ capacityProviderName: name }) => name !== undefined && !providers.includes(name));
    const exec = service.enableExecuteCommand ?? false;
    const unlike = tasks.filter(({ enableExecuteCommand = false }) => enableExecuteCommand !== exec);
    return [
      ...elsewhere.length === 0 ? [] : [{
        property: 'capacityProviderStrategy',
        detail: `capacityProviderStrategy (${providers.join(', ')}) is not where ${count(elsewhere.length, 'running task')} came from`,
      }],
      ...unlike.length === 0 ? [] : [{
        property: 'enableExecuteCommand', detail: `enableExecuteCommand (${exec}) is not what ${count(unlike.length, 'running task')} started with`,
      }],
    ];
  },
});
