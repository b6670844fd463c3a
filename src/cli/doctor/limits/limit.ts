import type { Meaning } from '../classifier/meaning';
import type { LogTail } from '../../collect/account';
import type { Container, Task, TaskDefinition } from '../../collect/shapes';

export type ContainerDefinition = NonNullable<TaskDefinition['containerDefinitions']>[number];

/** Stops of one cause, with what is known of their tasks. */
export interface Stops {
  readonly meaning: Meaning;
  /** The newest first. */
  readonly tasks: readonly Task[];
  /** The task definition of the newest, where it was read. */
  readonly definition?: TaskDefinition;
  /** The end of the log of a container that ended. */
  readonly log?: LogTail;
}

/** Names a limit that ended tasks, with its number and the option that sets it; `undefined` if that limit did not end them. */
export type NameLimit = (stops: Stops) => Partial<Meaning> | undefined;

/** The definition of a container of the task. */
export function definitionOf({ definition }: Pick<Stops, 'definition'>, name: string | undefined): ContainerDefinition | undefined {
  return definition?.containerDefinitions?.find((container) => container.name === name);
}

export function isOnFargate({ launchType, capacityProviderName }: Task): boolean {
  return launchType === 'FARGATE' || capacityProviderName?.startsWith('FARGATE') === true;
}

export const KILLED = 137;

export function isKilled({ exitCode }: Container): boolean {
  return exitCode === KILLED;
}
