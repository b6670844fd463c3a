import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ADOT = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1';
const CURL = ['CMD-SHELL', 'curl -f http://127.0.0.1:13133/ || exit 1'];

function beside(stack: Stack, Image: unknown, Command: readonly unknown[], DependsOn: readonly unknown[] = [], Essential = false): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'public.ecr.aws/acme/app:1', DependsOn },
      { Name: 'agent', Image, Essential, HealthCheck: { Command } },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the collector is checked by curl', caught: true, consequence: 'misbehaves', app: (stack) => beside(stack, ADOT, CURL) },
  { name: 'curl is called without a shell', caught: true, consequence: 'misbehaves', app: (stack) => beside(stack, ADOT, ['CMD', 'curl', '-f', 'http://127.0.0.1:13133/']) },
  { name: 'the collector of the community is checked by wget', caught: true, consequence: 'misbehaves', app: (stack) => beside(stack, 'otel/opentelemetry-collector-contrib:0.109.0', ['CMD-SHELL', 'wget -qO- http://localhost:13133/']) },
  { name: 'an application waits for it', caught: true, app: (stack) => beside(stack, ADOT, CURL, [{ ContainerName: 'agent', Condition: 'HEALTHY' }]) },
  { name: 'it is essential', caught: true, app: (stack) => beside(stack, 'gcr.io/distroless/nodejs22-debian12', CURL, [], true) },
  { name: 'the program of the image is called', caught: false, app: (stack) => beside(stack, ADOT, ['CMD', '/healthcheck']) },
  { name: 'the debug image has a shell', caught: false, app: (stack) => beside(stack, 'gcr.io/distroless/nodejs22-debian12:debug', CURL) },
  { name: 'the image is of another kind', caught: false, app: (stack) => beside(stack, 'public.ecr.aws/acme/app:1', CURL) },
  { name: 'the image is one\'s own', caught: false, app: (stack) => beside(stack, '111122223333.dkr.ecr.eu-west-1.amazonaws.com/aws-otel-collector:1', CURL) },
  { name: 'a parameter decides the image', caught: false, notChecked: true, app: (stack) => beside(stack, parameter(stack), CURL) },
];
