import { NO_ANSWER } from './causes';
import { noWayTo } from './common';
import { actionIn, refusal } from './denied';
import type { Cause, Meaning } from './meaning';
import { said, type Said } from './said';
import { SUBJECTS } from './subjects';

/**
 * What a text of AWS means, whichever field it stands in: a stopped reason, the reason of a container, a service event, the reason of a
 * deployment or the status of a capacity provider. What failed is looked for first, then why.
 *
 * `undefined`: it reports no fault. `'unknown'`: it is none of the texts that are known.
 */
export function classify(text: string, onInstances?: boolean): Meaning | 'unknown' | undefined {
  const it = said(text, onInstances);
  const refused = refusal(it);
  if (refused) return refused;
  for (const { is, causes, otherwise } of SUBJECTS) {
    if (!is.test(it.words)) continue;
    const cause = causes.find(({ when }) => (when instanceof RegExp ? when.test(it.words) : when(it)));
    return resolved(cause ? cause.meaning : otherwise, it);
  }
  return byCause(text, it) ?? 'unknown';
}

/** Of something that nobody knows, why it failed may still be plain. */
function byCause(text: string, it: Said): Meaning | undefined {
  const action = actionIn(it);
  if (action !== undefined) {
    return {
      id: 'ops-unknown-stop',
      means: `may not call ${action}`,
      why: 'A role or policy does not allow a call that ECS makes for the tasks.',
      fix: `allow ${action} to the role that AWS names`,
    };
  }
  return /ResourceInitializationError/i.test(text) && NO_ANSWER.test(it.words) ? noWayTo('what they need before they start') : undefined;
}

function resolved(meaning: Cause['meaning'], it: Said): Meaning | 'unknown' | undefined {
  return typeof meaning === 'function' ? meaning(it) : meaning;
}
