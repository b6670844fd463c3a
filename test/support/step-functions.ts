import { Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

// The interpreter is written for Node.js 22; this is all that Node.js 20 lacks of it.
(Promise as unknown as { withResolvers?: unknown }).withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new Promise((...both) => { [resolve, reject] = both; });
  return { promise, resolve, reject };
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of a state machine
type Json = any;

/** Used part of the interpreter, whose types are for ES modules alone. */
interface Interpreter {
  readonly StateMachine: new (definition: Json, options: object) => {
    run(input: object, options: object): {
      readonly result: Promise<Json>;
      readonly eventLogs: AsyncIterable<{ readonly type: string; readonly state: { readonly name: string } }>;
    };
  };
}
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
const { StateMachine } = require('aws-local-stepfunctions') as Interpreter;

/** An error of an AWS service, by the name that Step Functions has for it. */
export class ServiceError extends Error {
  public constructor(name: string, message = name) {
    super(message);
    this.name = name;
  }
}

export type Handler = (input: Json) => Json | Promise<Json>;

/** Result of an execution, and its states. */
export interface Ended {
  readonly succeeded: boolean;
  readonly output?: Json;
  readonly error?: string;
  readonly states: readonly string[];
}

/** The definition of the only state machine of a stack, in which X stands for what only the deployment knows. */
export function definitionIn(scope: Construct): Json {
  const [{ Properties }] = Object.values(Template.fromStack(Stack.of(scope)).findResources('AWS::StepFunctions::StateMachine'));
  const parts = Properties.DefinitionString['Fn::Join'][1] as unknown[];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part).includes('AWS::Partition') ? 'aws' : 'X')).join(''));
}

/** Runs a definition with an AWS of handlers: by the end of the resource of a state, such as `dynamodb:updateItem`. */
export async function execute(definition: Json, input: object, name: string, handlers: { readonly [resource: string]: Handler }): Promise<Ended> {
  const tasks = Object.entries<Json>(definition.States).filter(([, { Type }]) => Type === 'Task');
  const byState = Object.fromEntries(tasks.map(([state, { Resource }]) => {
    const [, handler] = Object.entries(handlers).find(([resource]) => (Resource as string).endsWith(resource)) ?? [];
    return [state, handler ?? (() => { throw new Error(`nothing answers ${Resource}`); })];
  }));
  const execution = new StateMachine(definition, { validationOptions: { checkArn: false } }).run(input, {
    overrides: {
      taskResourceLocalHandlers: byState,
      retryIntervalOverrides: Object.fromEntries(tasks.map(([state, { Retry = [] }]) => [state, Retry.map(() => 0)])),
    },
    context: { Execution: { Id: `execution:${name}`, Name: name, Input: input }, StateMachine: { Id: 'machine' } },
  });
  const states: string[] = [];
  const log = (async () => {
    for await (const event of execution.eventLogs) if (event.type === 'StateEntered') states.push(event.state.name);
  })();
  const result = await execution.result.then(
    (output: Json) => ({ succeeded: true, output }),
    (error: Error) => ({ succeeded: false, error: error.message }),
  );
  await log;
  return { ...result, states };
}
