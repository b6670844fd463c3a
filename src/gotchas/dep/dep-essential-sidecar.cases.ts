import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function beside(stack: Stack, agent: Properties): void {
  fargateTask(stack, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1' }, { Name: 'agent', ...agent }] });
}

const XRAY = 'public.ecr.aws/xray/aws-xray-daemon:3.x';

export const cases: readonly GotchaCase[] = [
  { name: 'the X-Ray daemon is left essential', caught: true, app: (stack) => beside(stack, { Image: XRAY }) },
  { name: 'the Datadog agent is made essential', caught: true, app: (stack) => beside(stack, { Image: 'public.ecr.aws/datadog/agent:7', Essential: true }) },
  { name: 'its restart policy is off', caught: true, app: (stack) => beside(stack, { Image: XRAY, RestartPolicy: { Enabled: false } }) },
  { name: 'it is not essential', caught: false, app: (stack) => beside(stack, { Image: XRAY, Essential: false }) },
  { name: 'it is restarted by itself', caught: false, app: (stack) => beside(stack, { Image: XRAY, RestartPolicy: { Enabled: true } }) },
  { name: 'it routes the logs', caught: false, app: (stack) => beside(stack, { Image: 'amazon/aws-for-fluent-bit:2', FirelensConfiguration: { Type: 'fluentbit' } }) },
  { name: 'it is a proxy', caught: false, app: (stack) => beside(stack, { Image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  { name: 'the collector is all there is', caught: false, app: (stack) => void fargateTask(stack, {}, { Image: 'otel/opentelemetry-collector-contrib:0.110.0' }) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => beside(stack, { Image: XRAY, Essential: parameter(stack) }) },
];
