import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { fargateTask } from '../../src/gotchas/fixtures/case-resources';

/** Runs into `sto-fargate-volume-kinds`, an error. */
export function withHostVolume(scope: Construct): CfnResource {
  return fargateTask(scope as Stack, { Volumes: [{ Name: 'data', Host: { SourcePath: '/data' } }] });
}

/** Runs into `dpl-mutable-image-tag`, a warning. */
export function withMovingTag(scope: Construct): CfnResource {
  return fargateTask(scope as Stack, {}, { Image: 'public.ecr.aws/nginx/nginx:latest' });
}
