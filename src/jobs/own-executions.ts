import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** Allows a state machine to read its own executions. The policy is one of its own: the state machine waits for the policy of its role. */
export function allowReadingExecutions(scope: Construct, machine: sfn.StateMachine): iam.Policy {
  const executions = Stack.of(scope).formatArn({
    service: 'states', resource: 'execution', resourceName: `${machine.stateMachineName}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return ownPolicy(scope, 'ReadExecutions', machine, new iam.PolicyStatement({ actions: ['states:DescribeExecution'], resources: [executions] }));
}

/** Allows a state machine to start executions of its own. */
export function allowStartingItself(scope: Construct, machine: sfn.StateMachine): iam.Policy {
  return ownPolicy(scope, 'StartItself', machine, new iam.PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] }));
}

function ownPolicy(scope: Construct, id: string, { role }: sfn.StateMachine, statement: iam.PolicyStatement): iam.Policy {
  return new iam.Policy(scope, id, { roles: [role], statements: [statement] });
}
