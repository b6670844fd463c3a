import { NO_ANSWER } from './causes';
import { noWayTo } from './common';
import { actionIn, refusal } from './denied';
import { failureText, type FailureText } from './failure-text';
import type { Cause, Meaning } from './meaning';
import { SUBJECTS } from './subjects';

/**
 * Classifies a text of AWS by what failed and why, whichever field it stands in: a stopped reason, the reason of a container, a service
 * event, the reason of a deployment or the status of a capacity provider.
 *
 * @returns `undefined` if it reports no fault, `'unknown'` if it is of no known kind
 */
export function classify(text: string, onInstances?: boolean): Meaning | 'unknown' | undefined {
  const it = failureText(text, onInstances);
  const refused = refusal(it);
  if (refused) return refused;
  for (const { is, causes, otherwise } of SUBJECTS) {
    if (!is.test(it.words)) continue;
    const cause = causes.find(({ when }) => (when instanceof RegExp ? when.test(it.words) : when(it)));
    return resolved(cause ? cause.meaning : otherwise, it);
  }
  return byCause(text, it) ?? 'unknown';
}

/** Classifies by the cause alone, for what failed in a subject that is not known. */
function byCause(text: string, it: FailureText): Meaning | undefined {
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

function resolved(meaning: Cause['meaning'], it: FailureText): Meaning | 'unknown' | undefined {
  return typeof meaning === 'function' ? meaning(it) : meaning;
}
