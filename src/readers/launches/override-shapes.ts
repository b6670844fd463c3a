import { readDocumentOfInput } from './input-transformers';
import { intrinsic } from '../../cloudformation/intrinsic';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';
import type { OverrideShapeFacts } from '../../facts/task-launch';

type Letters = (field: string) => string;

const OF_API: Letters = (field) => field;
const OF_STATES: Letters = (field) => field[0].toUpperCase() + field.slice(1);

/** Lists of an override, by what their items are. */
const LISTS = { command: 'a list of texts', environment: 'a list of objects with a name and a value', environmentFiles: 'a list of objects' };

/** Parts of the overrides of a state or of a call by EventBridge Scheduler that RunTask does not read. */
export function readMisshapenOverrides(overrides: Value): Fact<readonly OverrideShapeFacts[]> {
  return ofContainers(overrides, OF_STATES);
}

/** Parts of the input of a target that RunTask does not read. */
export function readMisshapenInput(target: Value): Fact<readonly OverrideShapeFacts[]> {
  if (target.get('InputPath').isSet() !== false) return [];
  const input = readDocumentOfInput(target);
  return input instanceof Unknown ? input : ofContainers(input, OF_API);
}

function ofContainers(overrides: Value, letters: Letters): Fact<readonly OverrideShapeFacts[]> {
  const field = letters('containerOverrides');
  const all = overrides.get(field);
  const shape = shapeOf(all.json);
  if (shape === undefined) return [];
  if (shape !== 'a list') return [{ field, written: shape, needed: 'a list of objects, one for each container' }];
  const items = all.items();
  return items instanceof Unknown ? items : items.flatMap((one) => ofContainer(one, field, letters));
}

function ofContainer(one: Value, parent: string, letters: Letters): readonly OverrideShapeFacts[] {
  const name = one.get(letters('name')).text();
  const container = `${parent}[${typeof name === 'string' ? name : '…'}]`;
  const lists = Object.entries(LISTS).flatMap(([key, needed]) => {
    const shape = shapeOf(one.get(letters(key)).json);
    return shape === undefined || shape === 'a list' ? [] : [{ field: `${container}.${letters(key)}`, written: shape, needed }];
  });
  return [...isNameless(one, letters) ? [{ field: `${container}.${letters('name')}`, written: 'nothing', needed: 'the name of a container' }] : [], ...lists];
}

/** An override without any field is one that RunTask takes, and a state that writes `name` has letters that Step Functions refuses. */
function isNameless(one: Value, letters: Letters): boolean {
  if (shapeOf(one.json) !== 'an object') return false;
  const fields = Object.keys(one.json as object);
  return fields.length > 0 && !fields.some((field) => (letters === OF_STATES ? field.toLowerCase() === 'name' : field === 'name'));
}

/** `undefined`: it is left out, or only the deployment or the execution knows it. */
function shapeOf(json: unknown): string | undefined {
  if (json === undefined || json === null || intrinsic(json) !== undefined) return undefined;
  if (Array.isArray(json)) return 'a list';
  return typeof json === 'object' ? 'an object' : typeof json === 'string' ? 'a text' : `a ${typeof json}`;
}
