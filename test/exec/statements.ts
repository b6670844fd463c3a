import { Match, Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** Actions and resource of the statements that the policies of one role have. */
export function statementsOf(stack: Stack, role: string): ReadonlyArray<readonly [actions: string, resource: string]> {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: Match.stringLikeRegexp(role) }] } });
  return Object.values(policies)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as readonly Statement[])
    .map(({ Action, Resource }) => [[Action].flat().join(' '), typeof Resource === 'string' ? Resource : JSON.stringify(Resource)] as const);
}
