import { scalableTarget } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function scheduled(minCapacity: unknown, maxCapacity: unknown) {
  return { ScheduledActions: [{ ScheduledActionName: 'night', Schedule: 'cron(0 22 * * ? *)', ScalableTargetAction: { MinCapacity: minCapacity, MaxCapacity: maxCapacity } }] };
}

export const cases: readonly GotchaCase[] = [
  { name: 'the minimum is above the maximum', caught: true, app: (stack) => void scalableTarget(stack, { MinCapacity: 5, MaxCapacity: 2 }) },
  { name: 'it is so at night', caught: true, consequence: 'misbehaves', app: (stack) => void scalableTarget(stack, scheduled(3, 1)) },
  {
    name: 'the service is of another app',
    caught: true,
    app: (stack) => void scalableTarget(stack, { ResourceId: 'service/shop/elsewhere', MinCapacity: 3, MaxCapacity: 0 }),
  },
  { name: 'the range is one number', caught: false, app: (stack) => void scalableTarget(stack, { MinCapacity: 2, MaxCapacity: 2 }) },
  {
    name: 'the schedule raises the floor above the ceiling',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void scalableTarget(stack, scheduled(20, undefined)),
  },
  {
    name: 'the schedule lowers the ceiling below the floor',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void scalableTarget(stack, scheduled(undefined, 1)),
  },
  { name: 'an action moves neither end', caught: true, app: (stack) => void scalableTarget(stack, scheduled(undefined, undefined)) },
  { name: 'the schedule moves one end', caught: false, app: (stack) => void scalableTarget(stack, scheduled(8, undefined)) },
  {
    name: 'another action makes room',
    caught: false,
    app: (stack) => void scalableTarget(stack, {
      ScheduledActions: [scheduled(20, undefined), scheduled(undefined, 30)].flatMap(({ ScheduledActions }) => ScheduledActions),
    }),
  },
  {
    name: 'it scales a table',
    caught: false,
    app: (stack) => void scalableTarget(stack, { ServiceNamespace: 'dynamodb', ResourceId: 'table/orders', MinCapacity: 5, MaxCapacity: 2 }),
  },
  { name: 'a parameter decides the maximum', caught: false, notChecked: true, app: (stack) => void scalableTarget(stack, { MaxCapacity: parameter(stack) }) },
];
