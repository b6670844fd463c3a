import { catalogue } from '../../../../gotchas/catalogue.generated';
import { classify } from '../classify';
import { CALLERS, TAKEN } from './callers';
import { CAPACITY } from './capacity';
import { CODE_DEPLOY } from './code-deploy';
import { FORMS } from './forms';
import { LOAD_BALANCING } from './load-balancing';
import { PROPERTIES } from './properties';
import type { Refusal } from './refusal';
import { SERVICES } from './services';
import { TASK_DEFINITIONS } from './task-definitions';

/** In the order in which they are tried: those of few words last. */
const REFUSALS: readonly Refusal[] = [...CODE_DEPLOY, ...CALLERS, ...CAPACITY, ...LOAD_BALANCING, ...SERVICES, ...TASK_DEFINITIONS, TAKEN];

/** Fix for a text of AWS, whether an API refuses a request with it or a task fails with it; `undefined` if it is not known. */
export function fixOf(text: string): string | undefined {
  return fixIn(REFUSALS, text) ?? fixOfFailure(text) ?? fixIn([...PROPERTIES, ...FORMS], text);
}

function fixIn(refusals: readonly Refusal[], text: string): string | undefined {
  for (const { when, id, fix = ofGotcha(id) } of refusals) {
    const found = when.exec(text);
    if (found) return typeof fix === 'function' ? fix(found.slice(1)) : fix;
  }
  return undefined;
}

/** Fix for a text about a task that failed. */
function fixOfFailure(text: string): string | undefined {
  const meaning = classify(text);
  return meaning === undefined || meaning === 'unknown' || meaning.isVague ? undefined : meaning.fix ?? ofGotcha(meaning.id);
}

function ofGotcha(id: string | undefined): string | undefined {
  return catalogue.find((gotcha) => gotcha.id === id)?.fix;
}
