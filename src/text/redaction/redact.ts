import { withoutUserinfo } from './addresses';
import { withoutEncodedPairs } from './encoded';
import { REDACTED, withoutKnownForms } from './known-forms';
import { withoutNamedValues } from './named-values';
import { withoutQuotes } from './parsers';
import { withoutAccessKeys } from './random';
import { withoutHeaders } from './schemes';
import { withoutSpokenValues } from './spoken';

/** Stands for a credential in what is shown. */
const SHOWN = '(redacted)';

const STEPS = [
  withoutAccessKeys, withoutKnownForms, withoutEncodedPairs, withoutUserinfo, withoutHeaders,
  withoutNamedValues, withoutSpokenValues, withoutQuotes,
];

/**
 * Redacts what is or may be a credential: passwords and tokens by their name, keys and tokens by their form, passwords in addresses,
 * signatures, headers, and what parsers quote. ARNs, ids, digests, images and paths stay as they are.
 *
 * All that shows text of AWS, of a template or of an error goes through here. A text that was redacted stays as it is.
 */
export function redact(text: string): string {
  return STEPS.reduce((rest, step) => step(rest), text.replaceAll(SHOWN, REDACTED)).replaceAll(REDACTED, SHOWN);
}

/** Creates a `redact` that remembers its results: reports repeat their texts. */
export function redactor(): (text: string) => string {
  const shown = new Map<string, string>();
  return (text) => {
    const known = shown.get(text);
    if (known !== undefined) return known;
    const clean = redact(text);
    shown.set(text, clean);
    return clean;
  };
}

/** Redacts all that a text quotes, for texts that may quote nothing but secrets. */
export function redactQuotes(text: string): string {
  return redact(text.replace(/(["'`])(?:(?!\1)[^\n])*\1/g, `$1${SHOWN}$1`));
}
