import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient } from '@aws-sdk/client-ecs';
import type { HookAnswer, HookEvent, Memory } from './event';
import { isPassing } from './passing';
import { isRollback } from './rollback';
import { settings, type Settings } from './settings';
import { describe, start, stop } from './tasks';
import { failureOf, lastLines } from './verdict';

const ecs = new ECSClient({ maxAttempts: 5 });
const logs = new CloudWatchLogsClient({ maxAttempts: 3 });
const SECONDS_BETWEEN = 15;

/** Runs a task for a deployment: ECS asks again and again until it hears how the task ended. */
export async function handler(event: HookEvent): Promise<HookAnswer> {
  const memory = { since: Date.now(), ...event.hookDetails };
  try {
    return await answer(event, memory, settings());
  } catch (error) {
    if (!isPassing(error)) {
      console.error(`pre-deploy task can't run: ${(error as Error).message}`);
      throw error;
    }
    console.warn(`asked again later: ${(error as Error).message}`);
    return inProgress(memory);
  }
}

async function answer(event: HookEvent, memory: Memory & { since: number }, to: Settings): Promise<HookAnswer> {
  if (memory.taskArn === undefined && !to.runOnRollback && await isRollback(ecs, event)) {
    console.info('no task is run: the deployment goes back to an older revision');
    return { hookStatus: 'SUCCEEDED' };
  }
  const begun = memory.taskArn === undefined ? await start(ecs, to, event.resourceArn) : { taskArn: memory.taskArn };
  if ('refused' in begun) return unstarted(begun.refused, memory, to);
  return judge(begun.taskArn, { ...memory, taskArn: begun.taskArn }, to);
}

function unstarted(reason: string, memory: Memory & { since: number }, to: Settings): HookAnswer {
  if (isOver(memory.since, to)) return failed(`pre-deploy task could not be started in ${to.timeoutMinutes} min: ${reason}`);
  console.warn(`no task yet: ${reason}`);
  return inProgress(memory);
}

async function judge(taskArn: string, memory: Memory & { since: number }, to: Settings): Promise<HookAnswer> {
  const task = await describe(ecs, to, taskArn);
  if (task?.lastStatus === 'STOPPED') {
    const failure = failureOf(task, to);
    if (failure === undefined) return { hookStatus: 'SUCCEEDED' };
    return failed(`pre-deploy task ${taskArn} failed: ${failure}\n${await lastLines(logs, to, taskArn)}`);
  }
  if (!isOver(task?.createdAt?.getTime() ?? memory.since, to)) return inProgress(memory);
  const late = `not done after ${to.timeoutMinutes} min`;
  await stop(ecs, to, taskArn, `pre-deploy task ${late}`);
  return failed(`pre-deploy task ${taskArn} failed: ${late}, in status ${task?.lastStatus ?? 'unknown'}\n${await lastLines(logs, to, taskArn)}`);
}

function isOver(since: number, { timeoutMinutes }: Settings): boolean {
  return Date.now() - since > timeoutMinutes * 60_000;
}

function failed(message: string): HookAnswer {
  console.error(message);
  return { hookStatus: 'FAILED' };
}

function inProgress(hookDetails: Memory): HookAnswer {
  return { hookStatus: 'IN_PROGRESS', callBackDelay: SECONDS_BETWEEN, hookDetails };
}
