import { namespace, registered } from './registered-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'there are 1500 tasks', caught: true, app: (stack) => void registered(stack, {}, { DesiredCount: 1500 }) },
  {
    name: 'scaling goes up to 2000 tasks',
    caught: true,
    app: (stack) => void resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
      ServiceNamespace: 'ecs', ResourceId: `service/shop/${registered(stack).getAtt('Name').toString()}`, MinCapacity: 2, MaxCapacity: 2000,
    }),
  },
  { name: 'the namespace is public', caught: true, app: (stack) => void registered(stack, { NamespaceId: namespace(stack, 'PublicDns') }) },
  { name: 'there are 1000 tasks', caught: false, app: (stack) => void registered(stack, {}, { DesiredCount: 1000 }) },
  { name: 'the namespace is private', caught: false, app: (stack) => void registered(stack, { NamespaceId: namespace(stack, 'PrivateDns') }) },
  {
    name: 'nothing registers in a public namespace',
    caught: false,
    app: (stack) => void resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { NamespaceId: namespace(stack, 'PublicDns') }),
  },
  { name: 'a parameter decides the count', caught: false, notChecked: true, app: (stack) => void registered(stack, {}, { DesiredCount: parameter(stack) }) },
];
