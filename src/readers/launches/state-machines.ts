import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { asRecord } from '../../cloudformation/json';
import type { Resource } from '../../cloudformation/template';
import { Value } from '../../cloudformation/value';

/** The resources of RunTask, and misspelled ones that can mean nothing else. A call by the SDK has no pattern that waits for a task. */
const RUN_TASK = /:states:::(?:ecs:runTasks?(?:[.:][\w.:]*)?|aws-sdk:ecs:runTask\.sync[\w.:]*)$/i;
/** The pattern of a resource that Step Functions has. */
const PATTERN = /:states:::ecs:runTask(\.sync|\.waitForTaskToken)?$/;

/** A state that runs a task on ECS. */
export interface RunTask {
  readonly name?: string;
  /** The resource that the state calls, as it is written after what only the deployment knows. */
  readonly resource: string;
  /** The arguments of RunTask. */
  readonly arguments: Value;
  /** The state itself. */
  readonly state: Value;
  /** True if the state ends with the task, or with a call of the task. */
  readonly waits: boolean;
  /** True if Step Functions itself learns from ECS that the task has ended, and stops it. */
  readonly syncs: boolean;
  /** The state as it is written, with its paths and expressions. */
  readonly written: Readonly<Record<string, unknown>>;
}

/** A state machine, as far as it runs tasks. */
export interface RunTasks {
  readonly states: readonly RunTask[];
  /** The definition as a whole. */
  readonly definition: Value;
}

/** The states that run tasks on ECS. Nothing of a definition that only the deployment knows. */
export function readRunTasks({ template, properties }: Resource): RunTasks {
  const written = definitionOf(properties);
  const states: RunTask[] = [];
  const visit = (json: unknown, name?: string): void => {
    if (typeof json !== 'object' || json === null) return;
    const state = json as Record<string, unknown>;
    const resource = new Value(template, state.Resource).pieces().at(-1);
    if (typeof resource === 'string' && RUN_TASK.test(resource)) {
      const pattern = PATTERN.exec(resource)?.[1];
      const read = asRecord(atExecution(state));
      states.push({
        name,
        resource,
        arguments: new Value(template, read.Parameters ?? read.Arguments),
        state: new Value(template, read),
        waits: pattern !== undefined,
        syncs: pattern === '.sync',
        written: state,
      });
    }
    for (const [key, value] of Object.entries(state)) visit(value, key);
  };
  visit(written);
  return { states, definition: new Value(template, atExecution(written)) };
}

/** Values of JSONPath and JSONata are ones that only an execution knows, under the name of the argument. */
function atExecution(json: unknown): unknown {
  if (typeof json === 'string') return json.startsWith('{%') ? OF_EXECUTION : json;
  if (Array.isArray(json)) return json.map(atExecution);
  if (typeof json !== 'object' || json === null || intrinsic(json) !== undefined) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => key.endsWith('.$') ? [key.slice(0, -2), OF_EXECUTION] : [key, atExecution(value)]));
}

/** A reference to nothing in the template. */
const OF_EXECUTION = { Ref: 'an execution of the state machine' };

/** The definition as an object in which references are what they are in the rest of a template. */
function definitionOf(properties: Value): unknown {
  const substitutions = asRecord(properties.get('DefinitionSubstitutions').json);
  const { json } = properties.get('DefinitionString');
  const call = intrinsic(json);
  const object = properties.get('Definition').json ?? (call === 'Fn::ToJsonString' ? argumentOf(json) : undefined);
  if (object !== undefined) return mapTexts(object, (text) => joined(text.split(/\$\{(\w+)\}/), (name) => substitutions[name]));
  if (call === 'Fn::Sub') return ofSub(argumentOf(json), substitutions);
  const argument = call === undefined ? json : argumentOf(json);
  const [, parts] = call === 'Fn::Join' && Array.isArray(argument) ? argument as unknown[] : ['', [argument]];
  if (call !== undefined && call !== 'Fn::Join' || !Array.isArray(parts)) return undefined;
  // A reference stands inside of the text of a value: it is cut out to read the text, and put back into the value.
  const text = parts.map((part, index) => (typeof part === 'string' ? part : `\${${index}}`)).join('');
  return mapTexts(parsed(text), (value) => joined(value.split(/\$\{(\w+)\}/), (name) => parts[Number(name)] ?? substitutions[name]));
}

/** A text in which `${Name}` is a reference. */
function ofSub(argument: unknown, substitutions: Readonly<Record<string, unknown>>): unknown {
  const [text, set] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string') return undefined;
  const values = { ...substitutions, ...asRecord(set) };
  const referred = (name: string) => values[name] ?? (name.includes('.') ? { 'Fn::GetAtt': name.split('.') } : { Ref: name });
  return mapTexts(parsed(text), (value) => joined(value.split(/\$\{([^{}!]+)\}/), referred));
}

/** A definition as JSON. A reference in the place of a number stands outside of quotes. */
function parsed(text: string): unknown {
  for (const one of [text, text.replace(/(:\s*)(\$\{[^{}"]+\})(?=\s*[,}])/g, '$1"$2"')]) {
    try {
      return JSON.parse(one);
    } catch {
      // The next one may be JSON.
    }
  }
  return undefined;
}

function mapTexts(json: unknown, read: (text: string) => unknown): unknown {
  if (typeof json === 'string') return read(json);
  if (Array.isArray(json)) return json.map((item) => mapTexts(item, read));
  if (typeof json !== 'object' || json === null || intrinsic(json) !== undefined) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, mapTexts(value, read)]));
}

/** Every second part is the name of something: a lone one is that thing, more of them make a text. */
function joined(parts: readonly string[], named: (name: string) => unknown): unknown {
  if (parts.length === 1) return parts[0];
  const all = parts.map((part, index) => (index % 2 === 0 ? part : named(part) ?? { Ref: part })).filter((part) => part !== '');
  return all.length === 1 ? all[0] : { 'Fn::Join': ['', all] };
}
