import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const inputFor = (name: string) => JSON.stringify({ containerOverrides: [{ name, command: ['run'] }] });

const transformed = (InputTemplate: string) => ({ InputTransformer: { InputPathsMap: { id: '$.detail.id' }, InputTemplate } });

export const cases: readonly GotchaCase[] = [
  { name: 'a rule overrides a container that is not there', caught: true, app: (stack) => void nightlyRule(stack, { Input: inputFor('web') }) },
  {
    name: 'a state does',
    caught: true,
    app: (stack) => void workflow(stack, {}, {}, { Overrides: { ContainerOverrides: [{ 'Name': 'web', 'Command.$': '$.command' }] } }),
  },
  {
    name: 'the template of an input does',
    caught: true,
    app: (stack) => void nightlyRule(stack, transformed('{"containerOverrides":[{"name":"web","environment":[{"name":"ID","value":<id>}]}]}')),
  },
  { name: 'the template of an input overrides one that is there', caught: false, app: (stack) => void nightlyRule(stack, transformed('{"containerOverrides":[{"name":"app","command":["run","<id>"]}]}')) },
  { name: 'a rule overrides one that is there', caught: false, app: (stack) => void nightlyRule(stack, { Input: inputFor('app') }) },
  { name: 'a state does that', caught: false, app: (stack) => void workflow(stack, {}, {}, { Overrides: { ContainerOverrides: [{ Name: 'app' }] } }) },
  { name: 'nothing is overridden', caught: false, app: (stack) => void nightlyRule(stack) },
  {
    name: 'the input of the state names it',
    caught: false,
    notChecked: true,
    app: (stack) => void workflow(stack, {}, {}, { Overrides: { ContainerOverrides: [{ 'Name.$': '$.name' }] } }),
  },
  {
    name: 'the event decides',
    caught: false,
    notChecked: true,
    app: (stack) => void nightlyRule(stack, transformed('{"containerOverrides":[{"name":<id>}]}')),
  },
];
