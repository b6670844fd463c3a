import { CPU, scalableTarget, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SECOND = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 1, MaxCapacity: 4 };

function two(properties: Properties, second: Properties): GotchaCase['app'] {
  return (stack) => {
    tracking(stack, scalableTarget(stack, properties), CPU);
    resource(stack, 'Second', 'AWS::ApplicationAutoScaling::ScalableTarget', { ...SECOND, ...properties, ...second });
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'both have one resource id', caught: true, app: two({ ResourceId: 'service/shop/web' }, {}) },
  { name: 'both refer to one service', caught: true, app: two({ ResourceId: { 'Fn::Sub': 'service/shop/${Service.Name}' } }, {}) },
  { name: 'there is one', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'they are for two services', caught: false, app: two({ ResourceId: 'service/shop/web' }, { ResourceId: 'service/shop/api' }) },
  { name: 'the second one scales a table', caught: false, app: two({}, { ServiceNamespace: 'dynamodb', ResourceId: 'table/orders', ScalableDimension: 'dynamodb:table:ReadCapacityUnits' }) },
  {
    name: 'a parameter names the service',
    caught: false,
    notChecked: true,
    app: (stack) => two({ ResourceId: `service/shop/${parameter(stack)}` }, { ResourceId: 'service/shop/api' })(stack),
  },
];
