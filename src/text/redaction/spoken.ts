import { REDACTED } from './known-forms';

const PASSWORD = /\b((?:password|passwd|passphrase|pwd)[ \t]+)([^\s,;"']+)/gi;
const KEY = /\b((?:[\w-]*token|api[ _-]?key|license[ _-]?key|access[ _-]?key)[ \t]+)([^\s,;"']+)/gi;
const REFUSED = /\b((?:password|passphrase|passcode|pin) (?:was|is) (?:incorrect|wrong|invalid|not valid|rejected|too short|too weak|expired)(?: ?[:=] ?|: ?"?))([^\s,;"']+)/gi;
const PAIR = /\b((?:credentials?|login|user(?:name)? and password)\s+(?!arn:|https?:)[\w.@-]+:)([^\s,;"'/]+)/gi;
/** A random id or key: hexadecimal with hyphens, or letters and digits of such a length. */
const RANDOM = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=\S*\d)(?=\S*[A-Za-z])[\w.-]{24,})$/i;

/** Quotes of `valueFrom` by the agent and Systems Manager, in which the value itself may stand. */
const VALUE_FROM = /(\binvalid (?:ssm )?parameters?: |\bsecretid from value )([^\s"']+)/gi;

/** Redacts values behind a word instead of a sign: `password hunter2!`, `API key 0123…`, `invalid parameters: hunter2!`. */
export function withoutSpokenValues(text: string): string {
  return text
    .replace(PASSWORD, (whole, name: string, value: string) => (/[A-Za-z]/.test(value) && /[\d!@#$%^&*]/.test(value) && !value.includes('/') ? `${name}${REDACTED}` : whole))
    .replace(KEY, (whole, name: string, value: string) => (RANDOM.test(value) ? `${name}${REDACTED}` : whole))
    .replace(REFUSED, (_, before: string) => `${before}${REDACTED}`)
    .replace(PAIR, (whole, before: string, value: string) => (/[A-Za-z]/.test(value) && /[\d!@#$%^&*]/.test(value) ? `${before}${REDACTED}` : whole))
    .replace(VALUE_FROM, (_, before: string, values: string) => before + values.split(',').map((value) => (isReference(value) ? value : REDACTED)).join(','));
}

/** Names and ARNs of secrets have parts; a word of letters and digits alone may be a value. */
function isReference(value: string): boolean {
  if (value.startsWith('arn:') || value.startsWith(REDACTED)) return true;
  if (!/^[\w./-]+$/.test(value)) return false;
  return /[./_-]/.test(value.slice(0, -1)) || value.length < 7 || !(/\d/.test(value) && /[A-Za-z]/.test(value));
}
