import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'it is on', caught: true, app: (stack) => void fargateTask(stack, { EnableFaultInjection: true }) },
  { name: 'it is on, written as a text', caught: true, app: (stack) => void fargateTask(stack, { EnableFaultInjection: 'true' }) },
  { name: 'it is off', caught: false, app: (stack) => void fargateTask(stack, { EnableFaultInjection: false }) },
  { name: 'it is left out', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { EnableFaultInjection: parameter(stack) }) },
];
