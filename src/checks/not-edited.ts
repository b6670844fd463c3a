import * as iam from 'aws-cdk-lib/aws-iam';
import { Annotations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** A service or a task with the roles that it runs with. */
interface Runs {
  readonly taskDefinition: { readonly taskRole: iam.IRole };
}

/** Warns about a statement that the policy of an imported resource needs: nothing in this app can write it. */
export function warnUnlessAdded(scope: IConstruct, { statementAdded }: iam.AddToResourcePolicyResult, missing: string): void {
  if (!statementAdded) warn(scope, 'cdk-ecs-guardrails:importedPolicy', missing);
}

/** Warns about actions that an imported task role needs, if the CDK added them to no policy of it. */
export function warnUnlessEdited(scope: IConstruct, { taskDefinition }: Runs, actions: string): void {
  const { taskRole } = taskDefinition;
  // An imported role that the CDK may add to has its policy from the first grant on. One that it must not add to pretends.
  const { defaultPolicy } = taskRole as unknown as { readonly defaultPolicy?: object };
  if (iam.Role.isRole(taskRole) || defaultPolicy !== undefined) return;
  warn(scope, 'cdk-ecs-guardrails:importedTaskRole', `the imported task role is never edited: make sure that it allows ${actions}`);
}

/** Adds a warning that can be acknowledged. */
export function warn(scope: IConstruct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(id, message);
}
