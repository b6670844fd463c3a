import * as iam from 'aws-cdk-lib/aws-iam';
import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { resourceOf } from './task-platform';
import type { IEcsTask } from '../workload/ecs-task';

/** A permission of the task role that one container needs from the start. */
export interface TaskPermission {
  readonly actions: string[];
  readonly resources: string[];
  readonly conditions?: { readonly [operator: string]: unknown };
}

/**
 * Grants a task role what a part of the task needs, before the first task starts.
 *
 * The policy is one of its own: the task definition waits for it, and can't wait for other policies of the role, which may name the
 * service.
 */
export function grantBeforeStart(
  scope: Construct, { taskDefinition }: IEcsTask, containerName: string, ...permissions: readonly TaskPermission[]
): void {
  const policy = new iam.Policy(scope, 'Policy', { statements: permissions.map((permission) => new iam.PolicyStatement(permission)) });
  taskDefinition.taskRole.attachInlinePolicy(policy);
  // An imported role that is never edited attaches nothing, and only a private member shows it.
  if ((policy as unknown as { readonly isAttached: boolean }).isAttached) {
    resourceOf(taskDefinition).node.addDependency(policy);
    return;
  }
  const actions = permissions.flatMap((permission) => permission.actions).join(', ');
  Annotations.of(scope).addWarningV2(
    'cdk-ecs-guardrails:importedTaskRole',
    `the imported task role is never edited: make sure that it allows ${actions} for container '${containerName}'`,
  );
}
