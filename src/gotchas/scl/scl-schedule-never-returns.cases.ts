import type { Stack } from 'aws-cdk-lib/core';
import { scalableTarget } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Action {
  readonly MinCapacity?: unknown;
  readonly MaxCapacity?: unknown;
}

// The range of the target is 2 to 10.
function scheduled(stack: Stack, ...actions: readonly Action[]): void {
  scalableTarget(stack, {
    ScheduledActions: actions.map((ScalableTargetAction, index) => ({
      ScheduledActionName: `action-${index}`, Schedule: `cron(0 ${6 + index * 6} * * ? *)`, ScalableTargetAction,
    })),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the floor is raised each morning', caught: true, app: (stack) => scheduled(stack, { MinCapacity: 6 }) },
  { name: 'two actions raise it to the same', caught: true, app: (stack) => scheduled(stack, { MinCapacity: 6 }, { MinCapacity: 6, MaxCapacity: 20 }) },
  { name: 'the service is put to sleep each evening', caught: true, app: (stack) => scheduled(stack, { MinCapacity: 0, MaxCapacity: 0 }) },
  { name: 'the floor is lowered again', caught: false, app: (stack) => scheduled(stack, { MinCapacity: 6 }, { MinCapacity: 2 }) },
  { name: 'it sleeps at night', caught: false, app: (stack) => scheduled(stack, { MinCapacity: 0, MaxCapacity: 0 }, { MinCapacity: 2, MaxCapacity: 10 }) },
  { name: 'the range is only set back', caught: false, app: (stack) => scheduled(stack, { MinCapacity: 2, MaxCapacity: 10 }) },
  { name: 'more is allowed', caught: false, app: (stack) => scheduled(stack, { MaxCapacity: 40 }) },
  { name: 'nothing is scheduled', caught: false, app: (stack) => void scalableTarget(stack) },
  { name: 'a parameter decides the floor', caught: false, notChecked: true, app: (stack) => scheduled(stack, { MinCapacity: parameter(stack, 'Given', 'Number') }) },
];
