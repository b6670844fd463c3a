import type { Template } from 'aws-cdk-lib/assertions';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, QueueConsumer, type QueueConsumerProps } from '../../src';
import { IMAGE, testCluster } from '../support/stacks';

export const QUEUE = 'AWS::SQS::Queue';
export const SUBSCRIPTION = 'AWS::SNS::Subscription';
export const PROCESSING_TIME = Duration.seconds(90);

/** A worker whose container has the default of 30 s to stop. */
export function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

/** A consumer of a worker. */
export function consumer(stack: Stack, props: Partial<QueueConsumerProps> = {}): QueueConsumer {
  return new QueueConsumer(stack, 'Jobs', { service: worker(stack), processingTime: PROCESSING_TIME, ...props });
}

/** Everything of a template about messages, and nothing else. */
export function messagesIn(template: Template): object {
  const { Resources } = template.toJSON() as { readonly Resources: { readonly [id: string]: { readonly Type: string } } };
  return Object.fromEntries(Object.entries(Resources).filter(([, { Type }]) => /::(SQS|SNS|KMS|Events)::/.test(Type)));
}

/** Statements of the policies of one type that name a service. */
export function statementsFor(template: Template, type: string, service: string): readonly unknown[] {
  interface Policy { readonly Statement: ReadonlyArray<{ readonly Principal?: { readonly Service?: unknown } }> }
  const resources = Object.values(template.findResources(type))
    .map(({ Properties }) => (Properties.KeyPolicy ?? Properties.PolicyDocument) as Policy);
  return resources.flatMap(({ Statement }) => Statement).filter(({ Principal }) => Principal?.Service === service);
}
