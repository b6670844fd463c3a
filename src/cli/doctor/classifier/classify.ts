import { refusal } from './denied';
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
  return 'unknown';
}

function resolved(meaning: Cause['meaning'], it: Said): Meaning | undefined {
  return typeof meaning === 'function' ? meaning(it) : meaning;
}
