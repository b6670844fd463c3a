import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

const TABLE = 'JobLocks';
/** The partition key: the name of a job. */
export const LOCK_KEY = 'job';

/** The table with the locks of all jobs of a stack. A lock is worthless without its job, so the table is deleted with the stack. */
export function jobLocksOf(scope: Construct): dynamodb.ITable {
  const stack = Stack.of(scope);
  const existing = stack.node.tryFindChild(TABLE) as dynamodb.Table | undefined;
  return existing ?? new dynamodb.Table(stack, TABLE, {
    partitionKey: { name: LOCK_KEY, type: dynamodb.AttributeType.STRING },
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
