import { REDACTED } from './known-forms';

/** Of the places where one character meets the next, how many change between upper case, lower case and digits: about 0.6 in random text, 0.3 in a name. */
const LIKELY_RANDOM = 0.45;

/** Redacts secret access keys of AWS and passwords made of them: 40 random characters and more, which no name has. */
export function withoutAccessKeys(text: string): string {
  const hasKeyId = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/.test(text);
  return text.replace(/(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40,64}={0,2}(?![A-Za-z0-9+/=_.-]*[A-Za-z0-9+/])/g, (key) => ((hasKeyId && isMixed(key)) || isRandom(key) ? REDACTED : key));
}

function isMixed(key: string): boolean {
  return /[a-z]/.test(key) && /[A-Z]/.test(key);
}

function isRandom(key: string): boolean {
  if (!isMixed(key) || !/\d/.test(key)) return false;
  const kinds = [...key].map((character) => (/[a-z]/.test(character) ? 'a' : /[A-Z]/.test(character) ? 'A' : /\d/.test(character) ? '0' : '+'));
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes / (key.length - 1) >= LIKELY_RANDOM;
}
