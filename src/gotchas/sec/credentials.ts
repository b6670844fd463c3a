import { KEY_VARIABLES } from '../../facts/sdk-variables';

/** Names that hold a credential for AWS or a registry whatever their value. */
const CREDENTIAL_NAMES = new Set([...KEY_VARIABLES, 'ECS_ENGINE_AUTH_DATA']);

/** Last words of names that mostly hold a credential; `DB_SECRET_ARN` and `TOKEN_TTL` don't. */
const CREDENTIAL_WORDS = /(^|_)(PASS|PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|SECRET_KEY|CREDENTIALS?|DSN)$/;

const CREDENTIAL_VALUES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i, 'a URL with a password'],
  [/(^|[^A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}([^A-Z0-9]|$)/, 'an AWS access key id'],
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/, 'a JSON web token'],
  // CloudFormation puts in the secret itself, not a reference to it.
  [/\{\{resolve:(secretsmanager|ssm-secure):/, 'a secret that CloudFormation writes out'],
];

/** Returns true if a name is for a credential by convention. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAMES.has(name);
}

/** Kind of a credential that a value certainly is. */
export function credentialIn(value: string): string | undefined {
  return CREDENTIAL_VALUES.find(([form]) => form.test(value))?.[1];
}

/** Returns true if a name and value probably are a credential. */
export function looksLikeCredential(name: string, value: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.]/g, '_').toUpperCase();
  return CREDENTIAL_WORDS.test(words) && !isHarmless(value);
}

// Switches, small numbers, and names of where the credential is kept.
function isHarmless(value: string): boolean {
  return /^(true|false|yes|no|none|null|\d{0,5})$/i.test(value.trim()) || /^(arn:|\/|file:|s3:|\.)/.test(value);
}
