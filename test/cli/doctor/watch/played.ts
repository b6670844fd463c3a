import type { ServiceNow } from '../../../../src/cli/collect/read-service';
import type { Deployment, Service, ServiceDeployment } from '../../../../src/cli/collect/shapes';
import type { Watched } from '../../../../src/cli/doctor/watch/follower';
import { watch } from '../../../../src/cli/doctor/watch/watch';
import { CannotLook } from '../../../../src/cli/verb';
import { ARNS, NOW } from '../../../../src/gotchas/fixtures/recorded/arns';
import { service } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { testTerminal, type TestTerminal } from '../../support/test-terminal';

const [PRIMARY] = service.deployments!;
export const NEW: Deployment = { ...PRIMARY, id: 'ecs-svc/8', rolloutState: 'IN_PROGRESS', runningCount: 0, pendingCount: 2, createdAt: NOW };
export const OLD: Deployment = { ...PRIMARY, id: 'ecs-svc/6', status: 'ACTIVE', taskDefinition: ARNS.oldTask };

/** The service as AWS describes it some seconds after its deployment began. */
export function at(seconds: number, change: Partial<Service> = {}, newest: Partial<ServiceDeployment> = { status: 'IN_PROGRESS' }, rest: Partial<ServiceNow> = {}): ServiceNow {
  return {
    readAt: new Date(NOW.getTime() + seconds * 1000),
    service: { ...service, deployments: [NEW, OLD], events: [], ...change },
    deployments: [{ deploymentCircuitBreaker: { failureCount: 0, threshold: 3 }, ...newest }],
    targets: new Map([[ARNS.targetGroup, [{ TargetHealth: { State: 'healthy' } }, { TargetHealth: { State: 'initial' } }]]]),
    stoppedTasks: [],
    ...rest,
  };
}

export const started = { id: 'e1', createdAt: new Date(NOW.getTime() + 4_000), message: '(service web) has started 2 tasks: (task 1) (task 2).' };
export const done = at(60, { deployments: [{ ...NEW, runningCount: 2, pendingCount: 0, rolloutState: 'COMPLETED' }], events: [started] }, { status: 'SUCCESSFUL' });

interface Played {
  readonly code: number;
  readonly slept: number;
  readonly text: string;
}

/** Things that a watch is played with beside its answers. */
interface Around extends Pick<Watched, 'diagnose'> {
  readonly timeoutMs?: number;
}

/** Plays recorded answers, one every five seconds of a clock that doesn't wait. */
export function play(answers: readonly (ServiceNow | Error)[], terminal?: TestTerminal, around: Around = {}): Promise<Played> {
  return playAll({ 'shop/web': answers }, terminal, around);
}

/** Watches several services. */
export async function playAll(
  answers: Readonly<Record<string, readonly (ServiceNow | Error)[]>>, terminal: TestTerminal = testTerminal(), { timeoutMs, diagnose }: Around = {},
): Promise<Played> {
  let slept = 0;
  const code = await watch({
    services: Object.entries(answers).map(([name, own]) => ({ name, read: reader(own), diagnose })),
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      slept += milliseconds;
    },
    timeoutMs,
    now: () => NOW.getTime() + slept,
  }, terminal);
  return { code, slept, text: terminal.written() };
}

function reader(answers: readonly (ServiceNow | Error)[]) {
  let next = 0;
  return async (): Promise<ServiceNow> => {
    const answer = answers[next++];
    if (answer === undefined) throw new CannotLook('read beyond the end');
    if (answer instanceof Error) throw answer;
    return answer;
  };
}
