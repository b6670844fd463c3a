import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const CALLBACK = { Resource: 'arn:aws:states:::ecs:runTask.waitForTaskToken' };
const overrides = (entry: Readonly<Record<string, unknown>>) => ({ Overrides: { ContainerOverrides: [{ Name: 'app', Environment: [entry] }] } });

export const cases: readonly GotchaCase[] = [
  { name: 'nothing is passed', caught: true, app: (stack) => void workflow(stack, CALLBACK) },
  { name: 'something else is passed', caught: true, app: (stack) => void workflow(stack, CALLBACK, {}, overrides({ 'Name': 'ID', 'Value.$': '$$.Execution.Id' })) },
  { name: 'the token is passed', caught: false, app: (stack) => void workflow(stack, CALLBACK, {}, overrides({ 'Name': 'TOKEN', 'Value.$': '$$.Task.Token' })) },
  {
    name: 'an expression passes the token',
    caught: false,
    app: (stack) => void workflow(stack, {
      ...CALLBACK,
      QueryLanguage: 'JSONata',
      Parameters: undefined,
      Arguments: { Cluster: 'shop', TaskDefinition: '${Task}', ...overrides({ Name: 'TOKEN', Value: '{% $states.context.Task.Token %}' }) },
    }),
  },
  { name: 'the context is passed as a whole', caught: false, app: (stack) => void workflow(stack, CALLBACK, {}, overrides({ 'Name': 'CONTEXT', 'Value.$': 'States.JsonToString($$)' })) },
  { name: 'the state waits for the end of the task', caught: false, app: (stack) => void workflow(stack) },
  { name: 'a rule waits for nothing', caught: false, app: (stack) => void nightlyRule(stack) },
];
