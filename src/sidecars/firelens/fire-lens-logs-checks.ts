import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FireLensLogsProps } from './fire-lens-logs-props';
import type { SidecarNeeds } from '../check-sidecar';
import { sidecarOf } from '../task-containers';
import { checkWholeNumber } from '../../checks/arguments';
import { checkHealthCheck, factsOfHealthCheck } from '../../containers/check-health-check';
import { containerFacts } from '../../facts/container';
import { taskFacts } from '../../facts/task';
import { enforce, refuse } from '../../gotchas/enforce';
import { logFirelensRouter } from '../../gotchas/log/log-firelens-router';
import { containersOf } from '../../tasks/containers-of';

const BUFFER_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-docker-buffer-limit.html';
const RETRY_DOCS = 'https://docs.fluentbit.io/manual/administration/scheduling-and-retries';

/** The container of the router, as far as it does not differ. */
export const ROUTER_NEEDS: SidecarNeeds = {
  part: 'FireLensLogs',
  containerName: 'log-router',
  memoryReservationMiB: 64,
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
};

/** Throws for a router that the task has already, and for options of the logs that can't be right. */
export function checkRouter(at: string, { task, destination, multiline, bufferedLines, retries, healthCheck }: FireLensLogsProps): void {
  const { taskDefinition } = task;
  const router = containersOf(taskDefinition).find((container) => container instanceof ecs.FirelensLogRouter);
  if (router && router !== sidecarOf(taskDefinition, ROUTER_NEEDS.part)) {
    refuse({
      headline: `task has a log router already, the container '${router.containerName}'`,
      gotcha: logFirelensRouter,
      at,
      property: 'task',
      fix: 'leave out addFirelensLogRouter: FireLensLogs adds the router',
    });
  }
  if (healthCheck) {
    checkHealthCheck(at, (property) => property, healthCheck);
    enforce(at, 'task', taskFacts({ containers: [containerFacts({ name: ROUTER_NEEDS.containerName, healthCheck: factsOfHealthCheck(healthCheck) })] }));
  }
  destination._check(at);
  multiline?._check(at);
  checkWholeNumber(at, 'bufferedLines', bufferedLines, { min: 0, max: 536870911, unit: 'lines', docs: BUFFER_DOCS });
  checkWholeNumber(at, 'retries', retries, { min: 1, max: 1000, docs: RETRY_DOCS });
}
