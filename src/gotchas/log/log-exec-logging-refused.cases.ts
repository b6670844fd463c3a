import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function cluster(stack: Stack, configuration: Readonly<Record<string, unknown>>): void {
  resource(stack, 'Cluster', 'AWS::ECS::Cluster', { Configuration: { ExecuteCommandConfiguration: configuration } });
}

const TO_GROUP = { LogConfiguration: { CloudWatchLogGroupName: '/exec' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the logging is NONE, and a log group is named', caught: true, app: (stack) => cluster(stack, { Logging: 'NONE', ...TO_GROUP }) },
  { name: 'the logging is DEFAULT, and a bucket is named', caught: true, app: (stack) => cluster(stack, { Logging: 'DEFAULT', LogConfiguration: { S3BucketName: 'sessions' } }) },
  { name: 'the logging is left out, and a log group is named', caught: true, app: (stack) => cluster(stack, TO_GROUP) },
  { name: 'the logging is OVERRIDE, and nothing is named', caught: true, app: (stack) => cluster(stack, { Logging: 'OVERRIDE' }) },
  { name: 'the logging is OVERRIDE, and the encryption alone is set', caught: true, app: (stack) => cluster(stack, { Logging: 'OVERRIDE', LogConfiguration: { CloudWatchEncryptionEnabled: true } }) },
  { name: 'the logging is OVERRIDE, and a log group is named', caught: false, app: (stack) => cluster(stack, { Logging: 'OVERRIDE', ...TO_GROUP }) },
  { name: 'there is a key alone', caught: false, app: (stack) => cluster(stack, { KmsKeyId: 'alias/exec' }) },
  { name: 'the logging is NONE, and nothing is named', caught: false, app: (stack) => cluster(stack, { Logging: 'NONE' }) },
  { name: 'nothing is configured', caught: false, app: (stack) => void resource(stack, 'Cluster', 'AWS::ECS::Cluster', {}) },
  { name: 'a parameter is the logging', caught: false, notChecked: true, app: (stack) => cluster(stack, { Logging: parameter(stack), ...TO_GROUP }) },
];
