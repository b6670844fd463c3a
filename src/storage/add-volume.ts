import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Names, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { resourceOf } from '../tasks/task-platform';

const NAME = /^[\w-]{1,255}$/;

/** A name for the volume of a part: its id, where that is a name and no other volume of the task has it. */
export function volumeNameOf(part: Construct, taskDefinition: ecs.TaskDefinition): string {
  const { id } = part.node;
  const volumes = (Stack.of(taskDefinition).resolve(resourceOf(taskDefinition).volumes) ?? []) as ReadonlyArray<{ readonly name?: unknown }>;
  if (NAME.test(id) && !volumes.some(({ name }) => name === id)) return id;
  return Names.uniqueResourceName(part, { maxLength: 255, allowedSpecialCharacters: '-_' });
}
