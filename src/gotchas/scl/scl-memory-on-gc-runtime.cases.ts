import type { Stack } from 'aws-cdk-lib/core';
import { CPU, MEMORY, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function scaled(stack: Stack, container: Properties, metric: Properties = MEMORY): void {
  tracking(stack, scalableTarget(stack, {}, { TaskDefinition: fargateTask(stack, {}, container).ref }), metric);
}

function variable(name: string): Properties {
  return { Environment: [{ Name: name, Value: 'x' }] };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the image is Java', caught: true, app: (stack) => scaled(stack, { Image: 'public.ecr.aws/amazoncorretto/amazoncorretto:21' }) },
  { name: 'the image is .NET', caught: true, app: (stack) => scaled(stack, { Image: 'mcr.microsoft.com/dotnet/aspnet:9.0' }) },
  { name: 'it has options for Java', caught: true, app: (stack) => scaled(stack, variable('JAVA_TOOL_OPTIONS')) },
  { name: 'it has settings of ASP.NET', caught: true, app: (stack) => scaled(stack, variable('ASPNETCORE_URLS')) },
  { name: 'the image only sounds like it', caught: false, app: (stack) => scaled(stack, { Image: 'shop/javascript:1' }) },
  { name: 'nothing shows the runtime', caught: false, app: (stack) => scaled(stack, variable('STAGE')) },
  { name: 'it scales on CPU', caught: false, app: (stack) => scaled(stack, variable('JAVA_OPTS'), CPU) },
  { name: 'a parameter decides the metric', caught: false, notChecked: true, app: (stack) => scaled(stack, variable('JAVA_OPTS'), predefined(parameter(stack))) },
];
