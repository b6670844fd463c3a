import { argumentOf, intrinsic } from '../cloudformation/intrinsic';
import { asRecord } from '../cloudformation/json';
import type { Resource } from '../cloudformation/template';
import { Value } from '../cloudformation/value';

const RUN_TASK = /:states:::ecs:runTask(\.sync|\.waitForTaskToken)?$/;

/** Arguments of each state that runs a task on ECS. Nothing of a definition that only the deployment knows. */
export function readRunTasks({ template, properties }: Resource): readonly Value[] {
  const definition = definitionOf(properties);
  const found: Value[] = [];
  const visit = (json: unknown): void => {
    if (typeof json !== 'object' || json === null) return;
    const state = json as Record<string, unknown>;
    const resource = new Value(template, state.Resource).pieces().at(-1);
    if (typeof resource === 'string' && RUN_TASK.test(resource)) found.push(new Value(template, state.Parameters ?? state.Arguments));
    Object.values(state).forEach(visit);
  };
  visit(definition);
  return found;
}

/** The definition as an object in which references are what they are in the rest of a template. */
function definitionOf(properties: Value): unknown {
  const substitutions = asRecord(properties.get('DefinitionSubstitutions').json);
  const { json } = properties.get('DefinitionString');
  const call = intrinsic(json);
  const object = properties.get('Definition').json ?? (call === 'Fn::ToJsonString' ? argumentOf(json) : undefined);
  if (object !== undefined) return mapTexts(object, (text) => joined(text.split(/\$\{(\w+)\}/), (name) => substitutions[name]));
  const argument = call === undefined ? json : argumentOf(json);
  const [, parts] = call === 'Fn::Join' && Array.isArray(argument) ? argument as unknown[] : ['', [argument]];
  if (call !== undefined && call !== 'Fn::Join' || !Array.isArray(parts)) return undefined;
  // A reference stands inside of the text of a value: it is cut out to read the text, and put back into the value.
  const text = parts.map((part, index) => (typeof part === 'string' ? part : `\${${index}}`)).join('');
  return mapTexts(parsed(text), (value) => joined(value.split(/\$\{(\w+)\}/), (name) => parts[Number(name)] ?? substitutions[name]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
