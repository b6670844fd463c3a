import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

type Override = Readonly<Record<string, unknown>>;

const byRule = (containerOverrides: unknown): GotchaCase['app'] => (stack) => void nightlyRule(stack, { Input: JSON.stringify({ containerOverrides }) });
const byState = (override: Override): GotchaCase['app'] => (stack) => void workflow(stack, {}, {}, { Overrides: { ContainerOverrides: [override] } });

export const cases: readonly GotchaCase[] = [
  { name: 'the command of a rule is a text', caught: true, app: byRule([{ name: 'app', command: 'npm run clean-up' }]) },
  { name: 'the environment of a rule is an object', caught: true, app: byRule([{ name: 'app', environment: { MODE: 'full' } }]) },
  { name: 'the overrides of a rule are one object', caught: true, app: byRule({ name: 'app', command: ['clean-up'] }) },
  { name: 'no container has a name', caught: true, app: byRule([{ command: ['clean-up'] }]) },
  { name: 'the name begins with a capital letter', caught: true, app: byRule([{ Name: 'app', command: ['clean-up'] }]) },
  { name: 'the command of a state is a text', caught: true, app: byState({ Name: 'app', Command: 'npm run clean-up' }) },
  { name: 'the environment of a state is an object', caught: true, app: byState({ Name: 'app', Environment: { MODE: 'full', DEPTH: '2' } }) },
  { name: 'the override of a state has no name', caught: true, app: byState({ Command: ['clean-up'] }) },
  { name: 'a rule has lists', caught: false, app: byRule([{ name: 'app', command: ['clean-up'], environment: [{ name: 'MODE', value: 'full' }] }]) },
  { name: 'an override is empty', caught: false, app: byRule([{}]) },
  { name: 'no container has overrides', caught: false, app: byRule([]) },
  { name: 'a state has lists', caught: false, app: byState({ Name: 'app', Command: ['clean-up'], Environment: [{ 'Name': 'ID', 'Value.$': '$.id' }] }) },
  { name: 'the input of a state has the command', caught: false, app: byState({ 'Name': 'app', 'Command.$': '$.command' }) },
  { name: 'the input of a state has the name', caught: false, app: byState({ 'Name.$': '$.name', 'Command': ['clean-up'] }) },
  { name: 'a function of the template makes the command', caught: false, app: byState({ Name: 'app', Command: { 'Fn::Split': [' ', 'clean-up --all'] } }) },
  { name: 'the template of an input has a text as the command', caught: true, app: (stack) => void nightlyRule(stack, { InputTransformer: { InputTemplate: '{"containerOverrides":[{"name":"app","command":"x"}]}' } }) },
  { name: 'nothing is overridden', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'the event decides', caught: false, app: (stack) => void nightlyRule(stack, { InputPath: '$.detail' }) },
  { name: 'the event has the command', caught: false, app: (stack) => void nightlyRule(stack, { InputTransformer: { InputTemplate: '{"containerOverrides":[{"name":"app","command":<command>}]}' } }) },
  { name: 'a parameter is the input', caught: false, notChecked: true, app: (stack) => void nightlyRule(stack, { Input: parameter(stack) }) },
];
