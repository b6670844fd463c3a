import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { warnUnlessAdded } from '../checks/not-edited';

/** Lets CloudWatch Logs use the key of a log group, which it refuses to create otherwise. */
export function allowEncryption({ node }: logs.LogGroup, key: kms.IKey): void {
  const scope = node.scope as Construct;
  const added = key.addToResourcePolicy(useByLogs(scope));
  warnUnlessAdded(scope, added, `the policy of the imported key is never edited: make sure that it allows CloudWatch Logs to encrypt with it, for ${node.path}`);
}

/**
 * CloudWatch Logs uses the key for the log groups of this account. The policy can't name the one log group, which names the key.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function useByLogs(scope: Construct): iam.PolicyStatement {
  const { partition, region, account, urlSuffix } = Stack.of(scope);
  return new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(`logs.${region}.${urlSuffix}`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` } },
  });
}
