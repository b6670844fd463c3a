import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { EcsGuardrails } from '../../src';
import { worker } from './support';
import { reportsOf, testApp } from '../rules/report-of';

test.each([
  ['the X-Ray daemon', 'public.ecr.aws/xray/aws-xray-daemon:3.3.14', 'OtelCollector with OtelPipeline.xray(), or ApplicationSignals'],
  ['the Envoy of App Mesh', '840364872350.dkr.ecr.eu-west-1.amazonaws.com/aws-appmesh-envoy:v1.29.12.1-prod', 'connect the services with Service Connect'],
])('%s is answered with its successor', (_, image, successor) => {
  const app = testApp();
  worker(new Stack(app, 'Shop'), { sidecars: [{ containerName: 'agent', image: ecs.ContainerImage.fromRegistry(image), essential: false }] });
  EcsGuardrails.applyTo(app);
  const found = reportsOf(app).flatMap(({ violations }) => violations).filter(({ ruleName }) => ruleName === 'dep-xray-appmesh-leftover');
  expect(found).toEqual([expect.objectContaining({ suggestedFix: expect.stringContaining(successor) })]);
});
