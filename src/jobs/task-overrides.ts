import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token, Tokenization } from 'aws-cdk-lib/core';
import type { TaskRunOptions } from './task-run-options';

/** The container that the overrides of a run are for, and its values. */
export interface ContainerRun {
  readonly containerName: string;
  readonly command?: string[];
  readonly environment?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

/** Overrides of a run for one container; `undefined` where it has none. */
export function containerRun(options: TaskRunOptions, mainContainer: ecs.ContainerDefinition): ContainerRun | undefined {
  const { command, environment, containerName } = options;
  const variables = Object.entries(environment ?? {}).map(([name, value]) => ({ name, value }));
  if (!command && variables.length === 0) return undefined;
  return {
    containerName: containerName ?? mainContainer.containerName,
    command,
    environment: variables.length > 0 ? variables : undefined,
  };
}

/** Cpu or memory as the text that RunTask requires. */
export function sizeText(amount: number): string {
  return Token.isUnresolved(amount) ? Tokenization.stringifyNumber(amount) : `${amount}`;
}

/** The overrides of a run in the form of the API of ECS; `undefined` where there are none. */
export function taskOverrides(options: TaskRunOptions, mainContainer: ecs.ContainerDefinition): object | undefined {
  const container = containerRun(options, mainContainer);
  const { size } = options;
  if (!container && !size) return undefined;
  return {
    ...container ? { containerOverrides: [{ name: container.containerName, command: container.command, environment: container.environment }] } : {},
    ...size ? { cpu: sizeText(size.cpu), memory: sizeText(size.memoryMiB) } : {},
  };
}
