import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const ARGUMENTS = { Cluster: 'shop', TaskDefinition: '${Task}' };
const input = (value: unknown) => ({ Input: JSON.stringify(value) });

const overriding = (one: Readonly<Record<string, unknown>>) => ({ Overrides: { ContainerOverrides: [{ Name: 'app', ...one }] } });

export const cases: readonly GotchaCase[] = [
  { name: 'a state in JSONata has Parameters', caught: true, app: (stack) => void workflow(stack, { QueryLanguage: 'JSONata' }) },
  {
    name: 'a state in JSONata has a path',
    caught: true,
    app: (stack) => void workflow(stack, { QueryLanguage: 'JSONata', Parameters: undefined, Arguments: { ...ARGUMENTS, 'Count.$': '$.count' } }),
  },
  { name: 'a state in JSONPath has Arguments', caught: true, app: (stack) => void workflow(stack, { Parameters: undefined, Arguments: ARGUMENTS }) },
  { name: 'a state in JSONPath has an expression', caught: true, app: (stack) => void workflow(stack, {}, {}, { Count: '{% $states.input.count %}' }) },
  { name: 'a state begins fields with small letters', caught: true, app: (stack) => void workflow(stack, {}, {}, { launchType: 'FARGATE' }) },
  { name: 'a state has the network in the letters of CloudFormation', caught: true, app: (stack) => void workflow(stack, {}, {}, { NetworkConfiguration: { AwsVpcConfiguration: { Subnets: ['subnet-1'] } } }) },
  {
    name: 'an input begins fields with capital letters',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => void nightlyRule(stack, input({ ContainerOverrides: [{ Name: 'app', Command: ['clean-up'] }] })),
  },
  { name: 'a path is passed as a text', caught: true, consequence: 'misbehaves', app: (stack) => void workflow(stack, {}, {}, overriding({ Environment: [{ Name: 'ID', Value: '$.id' }] })) },
  { name: 'a command has a path', caught: true, consequence: 'misbehaves', app: (stack) => void workflow(stack, {}, {}, overriding({ Command: ['run', '$.order.id'] })) },
  { name: 'a path is passed by its field', caught: false, app: (stack) => void workflow(stack, {}, {}, overriding({ Environment: [{ 'Name': 'ID', 'Value.$': '$.id' }] })) },
  { name: 'a text has a dollar sign', caught: false, app: (stack) => void workflow(stack, {}, {}, overriding({ Command: ['sh', '-c', 'echo $HOME', '$.'] })) },
  { name: 'a state in JSONPath', caught: false, app: (stack) => void workflow(stack, { ResultPath: null }, {}, { 'Count.$': '$.count' }) },
  {
    name: 'a state in JSONata',
    caught: false,
    app: (stack) => void workflow(stack, { QueryLanguage: 'JSONata', Parameters: undefined, Arguments: { ...ARGUMENTS, Count: '{% $states.input.count %}' }, Output: '{% $states.result %}' }),
  },
  { name: 'an input in the letters of ECS', caught: false, app: (stack) => void nightlyRule(stack, input({ containerOverrides: [{ name: 'app', command: ['clean-up'] }] })) },
  { name: 'a rule has no input', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'a parameter is the input', caught: false, notChecked: true, app: (stack) => void nightlyRule(stack, { Input: parameter(stack) }) },
];
