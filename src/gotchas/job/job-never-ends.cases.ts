import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

const NO_TIMEOUT = { TimeoutSeconds: undefined };

export const cases: readonly GotchaCase[] = [
  { name: 'neither state nor state machine has a timeout', caught: true, app: (stack) => void workflow(stack, NO_TIMEOUT) },
  {
    name: 'the definition is a text that the CDK writes',
    caught: true,
    app: (stack) => void workflow(stack, {}, {
      Definition: undefined,
      DefinitionString: stack.toJsonString({
        StartAt: 'Run', States: { Run: { Type: 'Task', End: true, Resource: `arn:${stack.partition}:states:::ecs:runTask.sync`, Parameters: { Cluster: 'shop', TaskDefinition: 'report:1' } } },
      }),
    }),
  },
  {
    name: 'the definition is a text with substitutions',
    caught: true,
    app: (stack) => void workflow(stack, {}, {
      Definition: undefined,
      DefinitionString: {
        'Fn::Sub': '{"StartAt":"Run","States":{"Run":{"Type":"Task","End":true,"Resource":"arn:${AWS::Partition}:states:::ecs:runTask.sync","Parameters":{"Cluster":"shop","TaskDefinition":"${Task}"}}}}',
      },
    }),
  },
  {
    name: 'a state in JSONata waits for the token of its task',
    caught: true,
    app: (stack) => void workflow(stack, { ...NO_TIMEOUT, QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::ecs:runTask.waitForTaskToken', Parameters: undefined, Arguments: { TaskDefinition: 'report' } }),
  },
  { name: 'the state has a timeout', caught: false, app: (stack) => void workflow(stack) },
  { name: 'it waits for heartbeats', caught: false, app: (stack) => void workflow(stack, { ...NO_TIMEOUT, HeartbeatSeconds: 60 }) },
  { name: 'it does not wait', caught: false, app: (stack) => void workflow(stack, { ...NO_TIMEOUT, Resource: 'arn:aws:states:::ecs:runTask' }) },
  { name: 'a rule does not wait', caught: false, app: (stack) => void nightlyRule(stack) },
  { name: 'the input has the timeout', caught: false, notChecked: true, app: (stack) => void workflow(stack, { ...NO_TIMEOUT, TimeoutSecondsPath: '$.timeout' }) },
  { name: 'an expression has the timeout', caught: false, notChecked: true, app: (stack) => void workflow(stack, { TimeoutSeconds: '{% $timeout %}' }) },
  {
    name: 'the state machine has a timeout',
    caught: false,
    app: (stack) => void workflow(stack, {}, {
      Definition: { TimeoutSeconds: 60, StartAt: 'Run', States: { Run: { Type: 'Task', End: true, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: {} } } },
    }),
  },
];
