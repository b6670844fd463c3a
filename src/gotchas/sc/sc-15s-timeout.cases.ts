import { connected } from './connected-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'TCP has no requests', caught: true, app: (stack) => void connected(stack, {}, { port: { AppProtocol: undefined } }) },
  { name: 'it is not set', caught: true, consequence: 'worth-knowing', app: (stack) => void connected(stack, { Timeout: undefined }) },
  {
    name: 'idle connections end first',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void connected(stack, { Timeout: { PerRequestTimeoutSeconds: 120, IdleTimeoutSeconds: 60 } }),
  },
  {
    name: 'idle connections end requests without an end',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void connected(stack, { Timeout: { PerRequestTimeoutSeconds: 0, IdleTimeoutSeconds: 60 } }),
  },
  { name: 'it is set', caught: false, app: (stack) => void connected(stack) },
  { name: 'both are off', caught: false, app: (stack) => void connected(stack, { Timeout: { PerRequestTimeoutSeconds: 0, IdleTimeoutSeconds: 0 } }) },
  { name: 'TCP has none', caught: false, app: (stack) => void connected(stack, { Timeout: { IdleTimeoutSeconds: 60 } }, { port: { AppProtocol: undefined } }) },
  { name: 'the service only calls others', caught: false, app: (stack) => void connected(stack, {}, { connect: { Services: undefined } }) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => void connected(stack, { Timeout: { PerRequestTimeoutSeconds: parameter(stack) } }) },
];
