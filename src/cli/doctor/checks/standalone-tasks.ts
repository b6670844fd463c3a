import { known } from '../../../facts/fact';
import { onCluster } from '../live-check';
import { findings } from './stopped-tasks';

/** Reports the stop reasons of tasks without a service: those of schedules, pipelines and people. */
export const standaloneTasks = onCluster({
  id: 'ops-unknown-stop',
  check: ({ cluster }) => {
    const tasks = known(cluster.stoppedTasks).filter(({ group }) => !group?.startsWith('service:'));
    // A task on its own may well end by itself.
    const failed = tasks.filter(({ containers = [], stopCode }) => stopCode !== 'EssentialContainerExited' || containers.some(({ exitCode }) => exitCode !== 0));
    return findings(failed, () => ({ severity: 'warning' }), { logTails: cluster.logTails });
  },
});
