import type { Stack } from 'aws-cdk-lib/core';
import { CPU, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const BLUE_GREEN = { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } };
const [BLUE, GREEN] = ['blue', 'green'].map((name) => predefined('ALBRequestCountPerTarget', `app/shop/1/targetgroup/${name}/2`));

function scaled(stack: Stack, ofService: Properties, ...metrics: readonly Properties[]): void {
  const target = scalableTarget(stack, {}, ofService);
  metrics.forEach((metric, index) => tracking(stack, target, metric, `Policy${index}`));
}

export const cases: readonly GotchaCase[] = [
  { name: 'ECS deploys blue/green', caught: true, app: (stack) => scaled(stack, BLUE_GREEN, BLUE) },
  { name: 'ECS deploys in steps', caught: true, app: (stack) => scaled(stack, { DeploymentConfiguration: { Strategy: 'LINEAR' } }, CPU, BLUE) },
  {
    name: 'CodeDeploy deploys',
    caught: true,
    app: (stack) => scaled(stack, { DeploymentController: { Type: 'CODE_DEPLOY' }, DeploymentConfiguration: undefined }, BLUE),
  },
  { name: 'tasks are replaced in place', caught: false, app: (stack) => scaled(stack, {}, BLUE) },
  { name: 'it scales on CPU', caught: false, app: (stack) => scaled(stack, BLUE_GREEN, CPU) },
  { name: 'both target groups are followed', caught: false, app: (stack) => scaled(stack, BLUE_GREEN, BLUE, GREEN) },
  { name: 'a parameter decides the metric', caught: false, notChecked: true, app: (stack) => scaled(stack, BLUE_GREEN, predefined(parameter(stack))) },
];
