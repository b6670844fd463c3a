import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/** ECS reads environment files as the execution role before the container starts; the CDK allows it nothing. */
export function allowEnvironmentFiles(roles: TaskRoleBundle, container: ecs.ContainerDefinition): void {
  const files = (container.environmentFiles ?? []).map(({ s3Location }) => s3Location);
  if (files.length === 0) return;
  const bucketArn = (bucket: string) => `arn:${Stack.of(container).partition}:s3:::${bucket}`;
  roles._allowStart(new iam.PolicyStatement({
    actions: ['s3:GetObject'],
    resources: files.map(({ bucketName, objectKey }) => `${bucketArn(bucketName)}/${objectKey}`),
  }));
  roles._allowStart(new iam.PolicyStatement({
    actions: ['s3:GetBucketLocation'],
    resources: [...new Set(files.map(({ bucketName }) => bucketArn(bucketName)))],
  }));
}
