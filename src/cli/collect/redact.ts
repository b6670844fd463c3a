import { credentialIn, isCredentialName, looksLikeCredential } from '../../gotchas/sec/credentials';

/** Stands for what nobody should read. */
const REDACTED = '(redacted)';

/** The value of an environment variable as it may be shown. */
export function redact(name: string, value: string): string {
  return isCredentialName(name) || looksLikeCredential(name, value) || credentialIn(value) !== undefined ? REDACTED : value;
}

/** Text of AWS, such as the reason a container stopped for, without what looks like a credential in it. */
export function redactText(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]+@/gi, `$1${REDACTED}@`)
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, REDACTED)
    .replace(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g, REDACTED)
    .replace(/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----[\s\S]*?(-----END ([A-Z]+ )*PRIVATE KEY-----|$)/g, REDACTED);
}
