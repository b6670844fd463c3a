import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct, IDependable } from 'constructs';
import { warnUnlessAdded } from '../checks/not-edited';

/** A service of AWS that sends to a queue. */
export interface Sender {
  readonly principal: string;
  /** ARN of the topic or rule that sends: the queue accepts messages from nothing else. */
  readonly sourceArn: string;
  /** Conditions of the key policy. EventBridge names no source to the key. */
  readonly keyConditions?: { readonly [operator: string]: { readonly [key: string]: string } };
}

/** Allows a service to send to a queue and to encrypt with its key. Warns where the policy is not in this app. Returns the policy of the queue. */
export function admitSender(scope: IConstruct, queue: sqs.IQueue, { principal, sourceArn, keyConditions }: Sender): IDependable | undefined {
  const service = new iam.ServicePrincipal(principal);
  const sending = queue.addToResourcePolicy(new iam.PolicyStatement({
    principals: [service],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
  }));
  warnUnlessAdded(scope, sending, `the queue is imported, and its policy is not edited: make sure that it allows ${principal} sqs:SendMessage for the source of the subscription`);
  const encrypting = queue.encryptionMasterKey?.addToResourcePolicy(new iam.PolicyStatement({
    principals: [service],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: keyConditions,
  }));
  if (encrypting) {
    warnUnlessAdded(scope, encrypting, `the key of the queue is imported, and its policy is not edited: make sure that it allows ${principal} kms:GenerateDataKey* and kms:Decrypt`);
  }
  return sending.policyDependable;
}
