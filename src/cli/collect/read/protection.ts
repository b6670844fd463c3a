import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { batchesOf } from '../describe';
import { primary } from '../service-state';
import type { ProtectedTask, Service, Task } from '../shapes';

/** Tasks of a service that are protected from scale-in, where more of them run than are wanted; no call is made elsewhere. */
export async function readProtection({ aws }: Context, service: Service, running: Fact<readonly Task[]>): Promise<Fact<readonly ProtectedTask[]>> {
  if (running instanceof Unknown) return running;
  const tasks = unwanted(service, running as readonly Task[]).map(({ taskArn }) => taskArn!);
  return fact(async () => {
    const answers = await Promise.all(batchesOf(tasks, CALLS.getTaskProtection.batch).map((batch) =>
      aws.send(CALLS.getTaskProtection, { cluster: service.clusterArn, tasks: batch })));
    return answers.flatMap(({ protectedTasks = [] }) => protectedTasks).filter(({ protectionEnabled }) => protectionEnabled);
  });
}

/** Tasks among which some should have stopped: those of earlier deployments, or all if there are more than desired. */
function unwanted(service: Service, running: readonly Task[]): readonly Task[] {
  const { deployments = [], runningCount = 0, desiredCount = 0 } = service;
  const current = primary(service)?.id;
  if (deployments.some(({ id, runningCount: old = 0 }) => id !== current && old > 0)) return running.filter(({ startedBy }) => startedBy !== current);
  return runningCount > desiredCount ? running : [];
}
