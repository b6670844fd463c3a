import { REDACTED } from './known-forms';

const BASE64 = /(?<![\w+/=.-])(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![\w+/=-])/g;
/** A user and a password, as registries and proxies have them in Base64. */
const PAIR = /^[\w.@+$-]{2,}:[\x21-\x7e]{3,}$/;

/** Redacts pairs of a user and a password in Base64. */
export function withoutEncodedPairs(text: string): string {
  return text.replace(BASE64, (whole) => (PAIR.test(Buffer.from(whole, 'base64').toString('latin1')) ? REDACTED : whole));
}
