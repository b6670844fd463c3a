import { Token } from 'aws-cdk-lib/core';
import type { ContainerPermissionOptions } from './container-permission';
import { checkText } from '../checks/arguments';
import { written } from '../checks/written';
import { refuse } from '../gotchas/enforce';

const ACTION_DOCS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html';
const CONDITION_DOCS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const ACTION = /^(\*|[a-z0-9-]+:[a-z0-9*?]+)$/i;

/** Throws for actions and conditions that no policy can have. */
export function checkPermission(at: string, { actions, conditions }: ContainerPermissionOptions): void {
  if (!Token.isUnresolved(actions)) {
    actions.forEach((action, index) => checkText(at, `actions[${index}]`, action, ACTION, "have a service, a colon and the name of an action: 's3:GetObject'", ACTION_DOCS));
  }
  if (conditions === undefined || Token.isUnresolved(conditions)) return;
  for (const [operator, values] of Object.entries(conditions) as [string, unknown][]) {
    if (Token.isUnresolved(values) || (typeof values === 'object' && values !== null && !Array.isArray(values))) continue;
    refuse({
      headline: `conditions.${operator} is ${written(values)}, it must be an object of keys and values`,
      at,
      property: `conditions.${operator}`,
      fix: "write the operator first: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }",
      docs: CONDITION_DOCS,
    });
  }
}
