import { createHash } from 'node:crypto';
import { DescribeTasksCommand, RunTaskCommand, StopTaskCommand, type ECSClient, type Task } from '@aws-sdk/client-ecs';
import type { Settings } from './settings';

/** A task, or the reason that there is none yet. */
export type Start = { readonly taskArn: string } | { readonly refused: string };

/**
 * Starts the task of a deployment. A second request for the same deployment gets the same task, as an answer may be lost on the way.
 *
 * The token names the function too: ECS answers a token that it knows with the task it belongs to, which for the second of two
 * hooks of one deployment would be the task of the first.
 */
export async function start(ecs: ECSClient, to: Settings, deploymentArn: string): Promise<Start> {
  try {
    const { tasks = [], failures = [] } = await ecs.send(new RunTaskCommand({
      clientToken: createHash('sha256').update(`${to.functionName}\n${deploymentArn}`).digest('hex'),
      startedBy: `pre-deploy/${deploymentArn.slice(deploymentArn.lastIndexOf('/') + 1)}`.slice(0, 128),
      cluster: to.cluster,
      taskDefinition: to.taskDefinition,
      launchType: 'FARGATE',
      platformVersion: to.platformVersion,
      propagateTags: 'TASK_DEFINITION',
      networkConfiguration: { awsvpcConfiguration: { subnets: to.subnets, securityGroups: to.securityGroups, assignPublicIp: to.assignPublicIp } },
    }));
    const taskArn = tasks[0]?.taskArn;
    return taskArn ? { taskArn } : { refused: failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')).join('; ') };
  } catch (error) {
    // The settings have changed since the same deployment started its task.
    const [taskArn] = (error as { resourceIds?: string[] }).resourceIds ?? [];
    if ((error as Error).name === 'ConflictException' && taskArn) return { taskArn };
    throw error;
  }
}

/** `undefined` for a moment after the start. */
export async function describe(ecs: ECSClient, { cluster }: Settings, taskArn: string): Promise<Task | undefined> {
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [taskArn] }));
  return tasks[0];
}

export async function stop(ecs: ECSClient, { cluster }: Settings, taskArn: string, reason: string): Promise<void> {
  await ecs.send(new StopTaskCommand({ cluster, task: taskArn, reason }));
}
