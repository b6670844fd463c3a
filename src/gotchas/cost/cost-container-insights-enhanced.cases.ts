import { ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { cluster, insights } from '../fixtures/insights';

export const cases: readonly GotchaCase[] = [
  { name: 'it is enhanced', caught: true, app: (stack) => cluster(stack, ContainerInsights.ENHANCED) },
  { name: 'it is enhanced, without the CDK', caught: true, app: (stack) => insights(stack, 'enhanced') },
  { name: 'it is enabled', caught: false, app: (stack) => cluster(stack, ContainerInsights.ENABLED) },
  { name: 'it is left out', caught: false, app: (stack) => cluster(stack) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => insights(stack, parameter(stack)) },
];
