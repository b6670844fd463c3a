import type { Stack } from 'aws-cdk-lib/core';
import { CPU, MEMORY, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function scaled(stack: Stack, configuration: Properties, target: Properties = {}): void {
  tracking(stack, scalableTarget(stack, target), { ...CPU, ...configuration });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the target is 95 percent of the CPU', caught: true, app: (stack) => scaled(stack, { TargetValue: 95 }) },
  { name: 'the target is 90 percent of the memory', caught: true, app: (stack) => scaled(stack, { ...MEMORY, TargetValue: 90 }) },
  { name: 'it takes ten minutes between two steps', caught: true, consequence: 'worth-knowing', app: (stack) => scaled(stack, { ScaleOutCooldown: 600 }) },
  { name: 'the range is one number', caught: true, consequence: 'worth-knowing', app: (stack) => scaled(stack, {}, { MinCapacity: 2, MaxCapacity: 2 }) },
  { name: 'the target is 80 percent', caught: false, app: (stack) => scaled(stack, { TargetValue: 80 }) },
  { name: 'it keeps the cooldown of Application Auto Scaling', caught: false, app: (stack) => scaled(stack, { ScaleOutCooldown: 300 }) },
  { name: 'the target is 95 requests', caught: false, app: (stack) => scaled(stack, { ...predefined('ALBRequestCountPerTarget', 'app/shop/1/targetgroup/shop/2'), TargetValue: 95 }) },
  { name: 'nothing scales in the range', caught: false, app: (stack) => void scalableTarget(stack, { MinCapacity: 2, MaxCapacity: 2 }) },
  { name: 'a parameter decides the target', caught: false, notChecked: true, app: (stack) => scaled(stack, { TargetValue: parameter(stack) }) },
];
