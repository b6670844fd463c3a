import { classify } from './classify';
import { byExitCode } from './exit-codes';
import type { Meaning } from './meaning';
import { startTimeout } from '../limits/start-timeout';
import type { Task, TaskDefinition } from '../../collect/shapes';

const FAULTS: readonly (string | undefined)[] = ['EssentialContainerExited', 'TaskFailedToStart', 'InfrastructureHealth'];

/**
 * The cause of a stop; `undefined` for a task that was meant to stop.
 *
 * @param definition of the task, where it was read: some limits only show in it
 */
export function classifyStop(task: Task, definition?: TaskDefinition): Meaning | undefined {
  const waited = startTimeout(task, definition);
  if (waited) return waited;
  const meanings = wordsOf(task).map((text) => classify(text, isOnInstance(task)));
  const known = meanings.filter((meaning) => meaning !== undefined && meaning !== 'unknown') as readonly Meaning[];
  const precise = known.find(({ isVague }) => !isVague);
  return precise ?? byExitCode(task, definition) ?? known[0] ?? (FAULTS.includes(task.stopCode) ? unexplained(task, !meanings.includes('unknown')) : undefined);
}

/** The texts of AWS about a stopped task: those of the task itself, of its containers and of its volumes. */
export function wordsOf({ stoppedReason, containers = [], attachments = [] }: Task): readonly string[] {
  const volumes = attachments.flatMap(({ details = [] }) => details.filter(({ name }) => name === 'statusReason').map(({ value }) => value));
  return [stoppedReason, ...containers.map(({ reason }) => reason), ...volumes].filter((text) => text !== undefined && text !== '') as string[];
}

function isOnInstance({ launchType, capacityProviderName, containerInstanceArn }: Task): boolean | undefined {
  if (capacityProviderName?.startsWith('FARGATE') || launchType === 'FARGATE') return false;
  return containerInstanceArn !== undefined || launchType === 'EC2' || launchType === 'EXTERNAL' ? true : undefined;
}

function unexplained(task: Task, isSilent: boolean): Meaning {
  const { stopCode, startedAt, containers = [] } = task;
  const ran = startedAt !== undefined || containers.some(({ exitCode }) => exitCode !== undefined);
  const reason = isSilent ? 'and AWS names no reason' : 'for a reason that the doctor does not know';
  return ran
    ? { id: 'ops-unknown-stop', means: `stopped with ${stopCode ?? 'no code'}, ${reason}`, fix: `${isSilent ? '' : 'read the text of AWS, and '}read the last log lines of the containers` }
    : {
      id: 'ops-unknown-stop',
      means: `stopped before a container ran, ${reason}`,
      why: 'No container ran, so there is no log.',
      fix: isSilent ? 'start the task again, and read its containers with aws ecs describe-tasks within an hour' : 'read the text of AWS',
    };
}
