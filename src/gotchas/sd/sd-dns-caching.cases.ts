import { registered } from './registered-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'records last an hour', caught: true, app: (stack) => void registered(stack, {}, {}, { TTL: 3600 }) },
  { name: 'records last two minutes', caught: true, app: (stack) => void registered(stack, {}, {}, { TTL: '120' }) },
  { name: 'records last a minute', caught: false, app: (stack) => void registered(stack, {}, {}, { TTL: 60 }) },
  { name: 'records are never kept', caught: false, app: (stack) => void registered(stack, {}, {}, { TTL: 0 }) },
  {
    name: 'no service registers',
    caught: false,
    app: (stack) => void resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { NamespaceId: 'ns-1', DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 3600 }] } }),
  },
  { name: 'a parameter decides the TTL', caught: false, notChecked: true, app: (stack) => void registered(stack, {}, {}, { TTL: parameter(stack) }) },
];
