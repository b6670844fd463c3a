import { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';

/** Something of the template that only the event knows, as a function of which no reader knows the result. */
const OF_EVENT = { 'Fn::ImportValue': 'event' };
/** A variable of an input template. */
const VARIABLE = /<([\w.-]+)>/g;
/** Variables that EventBridge defines by itself. */
const DEFINED = /^aws\.events\./;

/** The input of a target: as it is written, or as a transformer writes it, with what only the event knows as unknown. */
export function readDocumentOfInput(target: Value): Fact<Value> {
  if (target.get('InputPath').isSet() !== false) return new Unknown('the event decides the overrides');
  const transformer = target.get('InputTransformer');
  if (transformer.isSet() === false) return target.get('Input').document();
  const template = transformer.get('InputTemplate').text();
  if (typeof template !== 'string') return new Unknown('the deployment decides the overrides');
  const json = parsed(template);
  return json === undefined ? new Unknown('the input template is no JSON by itself') : new Value(target.template, json);
}

/** Variables of an input template that no path and no event of EventBridge stands for. */
export function readUnknownVariables(target: Value): Fact<readonly string[]> {
  const transformer = target.get('InputTransformer');
  const [template, paths] = [transformer.get('InputTemplate').text(), transformer.get('InputPathsMap').entries()];
  if (template === undefined) return [];
  if (template instanceof Unknown) return template;
  if (paths instanceof Unknown) return paths;
  const names = [...template.matchAll(VARIABLE)].map(([, name]) => name);
  return [...new Set(names)].filter((name) => !DEFINED.test(name) && !paths.some(([path]) => path === name));
}

/** A variable stands for a value by itself, or within a text. */
function parsed(template: string): unknown {
  const marked = template.replace(/"(?:[^"\\]|\\.)*"|<[\w.-]+>/g, (part) => part.startsWith('<') ? JSON.stringify(OF_EVENT) : part);
  try {
    return JSON.parse(marked, (_, value: unknown) => typeof value === 'string' && value !== OF_EVENT['Fn::ImportValue'] && value.search(VARIABLE) >= 0 ? OF_EVENT : value);
  } catch {
    return undefined;
  }
}
