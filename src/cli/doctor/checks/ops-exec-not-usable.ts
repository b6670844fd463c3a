import { known } from '../../../facts/fact';
import { count } from '../../collect/service-state';
import { onService } from '../live-check';

const AGENT = 'ExecuteCommandAgent';

export const opsExecNotUsable = onService({
  id: 'ops-exec-not-usable',
  check: ({ live: { service, runningTasks } }) => {
    if (!service.enableExecuteCommand) return [];
    const agents = known(runningTasks).filter(({ enableExecuteCommand }) => enableExecuteCommand)
      .flatMap(({ containers = [] }) => containers)
      .flatMap(({ managedAgents = [] }) => managedAgents.filter(({ name }) => name === AGENT));
    const stopped = agents.filter(({ lastStatus }) => lastStatus === 'STOPPED');
    if (stopped.length === 0) return [];
    const reasons = stopped.map(({ reason }) => reason).filter((reason) => reason !== undefined);
    return [{
      property: 'enableExecuteCommand',
      detail: `enableExecuteCommand (true) is of no use in ${count(stopped.length, 'container')}, whose agent has stopped`,
      evidence: [...new Set(reasons)],
    }];
  },
});
