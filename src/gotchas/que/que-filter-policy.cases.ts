import { queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function subscribed(properties: Readonly<Record<string, unknown>>): GotchaCase['app'] {
  return (stack) => void resource(stack, 'Subscription', 'AWS::SNS::Subscription', {
    TopicArn: 'arn:aws:sns:eu-west-1:111122223333:orders', Protocol: 'sqs', Endpoint: queue(stack), ...properties,
  });
}

const NESTED = { order: { state: ['paid'] } };

export const cases: readonly GotchaCase[] = [
  { name: 'a filter of attributes has fields in fields', caught: true, app: subscribed({ FilterPolicy: NESTED }) },
  { name: 'a filter that is a text of JSON has fields in fields', caught: true, app: subscribed({ FilterPolicy: JSON.stringify(NESTED), FilterPolicyScope: 'MessageAttributes' }) },
  { name: 'a value is no list', caught: true, app: subscribed({ FilterPolicy: { state: 'paid' } }) },
  { name: 'the scope is misspelled', caught: true, app: subscribed({ FilterPolicy: { state: ['paid'] }, FilterPolicyScope: 'Body' }) },
  { name: 'a filter of the body has fields in fields', caught: false, app: subscribed({ FilterPolicy: NESTED, FilterPolicyScope: 'MessageBody' }) },
  { name: 'a filter of attributes has lists', caught: false, app: subscribed({ FilterPolicy: { state: ['paid', { 'anything-but': ['open'] }] } }) },
  { name: 'one of two filters is enough', caught: false, app: subscribed({ FilterPolicy: { $or: [{ state: ['paid'] }, { price: [{ numeric: ['>', 9] }] }] } }) },
  { name: 'there is no filter', caught: false, app: subscribed({}) },
  { name: 'a parameter is the scope', caught: false, notChecked: true, app: (stack) => subscribed({ FilterPolicy: NESTED, FilterPolicyScope: parameter(stack) })(stack) },
];
