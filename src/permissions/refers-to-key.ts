import type * as iam from 'aws-cdk-lib/aws-iam';
import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib/core';

/**
 * Checks if a statement names a log group or a bucket with a key that the app may define.
 *
 * The policy of that key can name the role, for a secret under the same key. The role must not name the resource then:
 * CloudFormation rejects role, resource and key as a circle.
 */
export function refersToKey(statement: iam.PolicyStatement): boolean {
  return statement.resources
    .flatMap((resource) => Tokenization.reverseString(resource).tokens)
    .some((token) => Reference.isReference(token) && CfnResource.isCfnResource(token.target) && hasKey(token.target));
}

/** The properties of the resource types that a start reads or writes. */
interface Encrypted {
  readonly kmsKeyId?: string;
  readonly bucketEncryption?: unknown;
}

function hasKey(resource: CfnResource): boolean {
  const { kmsKeyId, bucketEncryption } = resource as Encrypted;
  const encryption = JSON.stringify(Stack.of(resource).resolve(bucketEncryption)) ?? '';
  return kmsKeyId !== undefined || /kmsMasterKeyId/i.test(encryption);
}
