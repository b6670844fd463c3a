import { GetLogEventsCommand, type CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { Task } from '@aws-sdk/client-ecs';
import type { Settings } from './settings';

const LINES = 20;

/** Failure of a stopped task; `undefined` if it succeeded. */
export function failureOf({ containers = [], stoppedReason, stopCode }: Task, { container }: Settings): string | undefined {
  const main = containers.find(({ name }) => name === container);
  if (main?.exitCode === 0) return undefined;
  const why = [main?.reason, stoppedReason].filter(Boolean).join('; ') || 'no known reason';
  return main?.exitCode === undefined
    ? `its container '${container}' never ended by itself (${stopCode ?? 'stopped'}): ${why}`
    : `its container '${container}' ended with exit code ${main.exitCode}: ${why}`;
}

/** The last that the container wrote. What can't be read is no reason to hide why the task failed. */
export async function lastLines(logs: CloudWatchLogsClient, { logGroup, container, streamPrefix }: Settings, taskArn: string): Promise<string> {
  const logStreamName = `${streamPrefix}/${container}/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`;
  try {
    const { events = [] } = await logs.send(new GetLogEventsCommand({ logGroupName: logGroup, logStreamName, limit: LINES }));
    return events.length > 0 ? `the last it wrote:\n${events.map(({ message }) => `  ${message}`).join('\n')}` : 'it wrote nothing';
  } catch (error) {
    return `what it wrote can't be read: ${(error as Error).message}`;
  }
}
