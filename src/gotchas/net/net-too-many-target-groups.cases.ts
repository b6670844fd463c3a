import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, count: number, properties: Readonly<Record<string, unknown>> = {}): void {
  const arns = Array.from({ length: count }, (_, index) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/${index}`);
  service(stack, { LoadBalancers: arns.map((TargetGroupArn) => ({ TargetGroupArn, ContainerName: 'app', ContainerPort: 80 })), ...properties });
}

const CODE_DEPLOY = { DeploymentController: { Type: 'CODE_DEPLOY' } };

export const cases: readonly GotchaCase[] = [
  { name: 'six of them', caught: true, app: (stack) => behind(stack, 6) },
  { name: 'two of them with CodeDeploy', caught: true, app: (stack) => behind(stack, 2, CODE_DEPLOY) },
  { name: 'five of them', caught: false, app: (stack) => behind(stack, 5) },
  { name: 'one of them with CodeDeploy', caught: false, app: (stack) => behind(stack, 1, CODE_DEPLOY) },
  { name: 'two of them, deployed by ECS', caught: false, app: (stack) => behind(stack, 2, { DeploymentController: { Type: 'ECS' } }) },
  { name: 'a parameter decides the controller', caught: false, notChecked: true, app: (stack) => behind(stack, 2, { DeploymentController: { Type: parameter(stack) } }) },
];
