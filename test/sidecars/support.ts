import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Stack } from 'aws-cdk-lib/core';
import { EcsGuardrails, FargateWorkerService, FireLensLogs, LogDestination, type FireLensLogsProps, type IEcsTask } from '../../src';
import { findingsOf, testApp } from '../rules/report-of';
import { refusalOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

export function worker(stack: Stack, props: object = {}): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
}

export function bucketOf(stack: Stack): s3.IBucket {
  return s3.Bucket.fromBucketName(stack, 'Archive', 'archive');
}

export function logsOf(stack: Stack, task: IEcsTask, props: Partial<FireLensLogsProps> = {}): FireLensLogs {
  return new FireLensLogs(stack, 'Logs', { task, destination: LogDestination.cloudWatch(), ...props });
}

export function secretOf(stack: Stack): ecs.Secret {
  return ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Key', 'datadog'));
}

export function refusal(props: Partial<FireLensLogsProps>, stack = testStack(), task: IEcsTask = worker(stack)): string {
  return refusalOf(stack, 'Logs', (scope, id) => new FireLensLogs(scope, id, { task, destination: LogDestination.cloudWatch(), ...props }));
}

export interface Container {
  readonly Name: string;
  readonly LogConfiguration: {
    readonly LogDriver: string;
    readonly Options: { readonly [option: string]: unknown };
    readonly SecretOptions?: unknown[];
  };
  readonly [property: string]: unknown;
}

interface TaskDefinition {
  readonly Properties: { readonly ContainerDefinitions: Container[] };
}

export function containersIn(stack: Stack): { readonly [name: string]: Container } {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition')) as [TaskDefinition];
  return Object.fromEntries(Properties.ContainerDefinitions.map((container) => [container.Name, container]));
}

interface Policy {
  readonly Properties: { readonly PolicyDocument: { readonly Statement: unknown[] } };
}

/** Statements of the policy of a part. */
export function statementsIn(stack: Stack, part = 'Logs'): unknown[] {
  const policies = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy')) as Array<[string, Policy]>;
  return policies.filter(([id]) => id.startsWith(`${part}Policy`)).flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** Findings of the rule pack on a worker, and on one with a part. */
export function findingsWith(add: (stack: Stack, task: IEcsTask) => void): readonly [without: readonly string[], withPart: readonly string[]] {
  return [() => undefined, add].map((part) => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    EcsGuardrails.applyTo(app);
    part(stack, worker(stack));
    return findingsOf(app);
  }) as [string[], string[]];
}
