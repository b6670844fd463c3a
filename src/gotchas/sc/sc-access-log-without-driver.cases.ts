import { connected } from './connected-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ACCESS = { AccessLogConfiguration: { Format: 'JSON' } };

export const cases: readonly GotchaCase[] = [
  { name: 'there is no log driver', caught: true, app: (stack) => void connected(stack, {}, { connect: ACCESS }) },
  { name: 'a service that only calls others has no log driver', caught: true, app: (stack) => void connected(stack, {}, { connect: { ...ACCESS, Services: undefined } }) },
  { name: 'there is a log driver', caught: false, app: (stack) => void connected(stack, {}, { connect: { ...ACCESS, LogConfiguration: { LogDriver: 'awslogs' } } }) },
  { name: 'there is no access log', caught: false, app: (stack) => void connected(stack) },
  { name: 'it is off', caught: false, app: (stack) => void connected(stack, {}, { connect: { ...ACCESS, Enabled: false } }) },
  { name: 'a parameter decides the driver', caught: false, notChecked: true, app: (stack) => void connected(stack, {}, { connect: { ...ACCESS, LogConfiguration: { LogDriver: parameter(stack) } } }) },
];
