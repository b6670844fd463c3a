import type { RunTask, RunTasks } from './state-machines';
import { intrinsic } from '../../cloudformation/intrinsic';
import { asRecord } from '../../cloudformation/json';
import type { Fact } from '../../facts/fact';

/** Fields of states that depend on the language. */
const OF_LANGUAGE = ['Parameters', 'ResultPath', 'InputPath', 'OutputPath', 'ResultSelector', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'Arguments', 'Output'];
/** The token, or something that contains it: the context of JSONPath as a whole, or of JSONata. */
const TOKEN = /\$\$(\.Task(\.Token)?)?(?![.\w])|\$states\.context/;

/** Language of a state. */
export function readLanguage({ written }: RunTask, { definition }: RunTasks): 'JSONPath' | 'JSONata' {
  return (written.QueryLanguage ?? definition.get('QueryLanguage').text()) === 'JSONata' ? 'JSONata' : 'JSONPath';
}

/** True if a state hands its task token to the task. */
export function readPassesToken({ written, waits, syncs }: RunTask): Fact<boolean | undefined> {
  if (!waits || syncs) return undefined;
  return TOKEN.test(JSON.stringify([written.Parameters, written.Arguments]));
}

/** Fields of a state that depend on its language; `{% … %}` stands for an expression of JSONata. */
export function readStateFields({ written }: RunTask): readonly string[] {
  const passed = [written.Parameters, written.Arguments];
  const paths = fieldsIn(passed).filter((field) => field.endsWith('.$'));
  const expressions = textsIn(passed).some((text) => /^\{%.*%\}$/s.test(text)) ? ['{% … %}'] : [];
  return [...OF_LANGUAGE.filter((field) => field in written), ...paths, ...expressions];
}

/** Fields of a state in JSONPath that pass a path as a text: `Value: $.id`. Only a field that ends in `.$` passes what is at the path. */
export function readLiteralPaths(run: RunTask, all: RunTasks): readonly string[] {
  return readLanguage(run, all) === 'JSONPath' ? pathsIn(run.written.Parameters, 'Parameters') : [];
}

function pathsIn(json: unknown, field: string): readonly string[] {
  if (typeof json === 'string') return /^\$\$?(\.[\w[\].*]+)+$/.test(json) && !field.endsWith('.$') ? [`${field}: ${json}`] : [];
  if (Array.isArray(json)) return json.flatMap((item) => pathsIn(item, field));
  if (typeof json !== 'object' || json === null || intrinsic(json) !== undefined) return [];
  return Object.entries(json).flatMap(([name, value]) => pathsIn(value, name));
}

/** Names of all fields of an object, and of those in it. */
export function fieldsIn(json: unknown): readonly string[] {
  if (Array.isArray(json)) return json.flatMap(fieldsIn);
  if (typeof json !== 'object' || json === null || intrinsic(json) !== undefined) return [];
  return Object.entries(asRecord(json)).flatMap(([name, value]) => [name, ...fieldsIn(value)]);
}

function textsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null || intrinsic(json) !== undefined) return [];
  return Object.values(json).flatMap(textsIn);
}
