import { REDACTED } from './known-forms';

/** Last words of names that hold a credential: `DB_PASSWORD`, `X-Amz-Security-Token`, `apiKey`. */
const NAMES = new RegExp(`(?:^|_)(?:${[
  'PASS', 'PASSWORD', 'PASSWD', 'PASSPHRASE', 'PWD', 'PASSCODE', 'PIN_?CODE', 'SECRET', 'SECRETS', 'TOKEN', 'TOKENS', 'DSN', 'SIGNATURE', 'SIG', 'CREDENTIALS?', 'BEARER', 'JWT', 'COOKIE',
  'AUTH', 'AUTH_?DATA', 'CONNECTION_?STRING', 'PAT', 'VALUE_FROM',
  `(?:${['API', 'APP', 'PRIVATE', 'SECRET', 'ACCESS', 'ACCOUNT', 'AUTH', 'ENCRYPTION', 'SIGNING', 'MASTER', 'LICENSE', 'SSH', 'SHARED', 'SERVICE_ACCOUNT', 'HMAC', 'ADMIN', 'DEPLOY', 'CLIENT', 'SHARED_ACCESS'].join('|')})_?KEY`,
  'ACCESS_?KEY_?ID', 'SECRET_?ACCESS_?KEY', 'SECRET_?KEY_?BASE', 'PASS(?:WORD)?_?HASH', 'SALT', '(?:CLIENT|SHARED)_?SECRET', '(?:ACCESS|AUTH|API|REFRESH|ID|SESSION|BOT|SECURITY|CSRF)_?TOKEN',
].join('|')})\\d*$|PASSWORD\\d*$|PASSWD$|PASSPHRASE$`);

/** Values that hold no secret whatever their name: switches, small numbers, places where the secret is kept. */
const HARMLESS = /^(?:[{[](?:["'](?:Ref|Fn::\w+)["']:?)?|…|\.{3}|true|false|yes|no|none|null|nil|undefined|on|off|\d{0,5}|\*+|<[^>]*>|\$\{?[\w.]+\}?|%s|arn:\S*|ssm:\S*|s3:\S*|file:\S*|secretsmanager:\S*|\{\{resolve:\S*)$/i;
const REFERENCE = /^\/[\w.-]+(?:\/[\w.-]+)+$/;

const NAME = '[A-Za-z_][\\w.-]*';
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"?|\'(?:[^\'\\\\]|\\\\.)*\'?';

// { "name": "DB_PASSWORD", "value": "…" }, as task definitions have environments.
const ENTRY = new RegExp(`(["']?\\bname["']?\\s*[:=]\\s*["']?)(${NAME})(["']?(?:\\s*,)?\\s*["']?value["']?\\s*[:=]\\s*)(${QUOTED}|[^\\s,}\\]]+)`, 'gi');
// name=value, in addresses, commands and environments.
const ASSIGNED = new RegExp(`(?<![\\w.-])(-{0,2}${NAME})(["']?=)(${QUOTED}|[^\\s&;,"'<>)}\\]]+)`, 'g');
// name = value, in files of settings.
const SET = new RegExp(`(?<![\\w.-])(${NAME})([ \\t]+=[ \\t]*|=[ \\t]+)(${QUOTED}|[^\\s&;,"'<>)}\\]=]+)`, 'g');
// password is value, where the value is no word.
const STATED = new RegExp(`(?<![\\w.-])(${NAME})([ \\t]+(?:is|was)[ \\t]+)(${QUOTED}|[^\\s,;]+)`, 'g');
// "name": "value", with quotes on one side at least.
const IN_QUOTES = new RegExp(`(?<![\\w.-])(${NAME})(\\\\?["']\\s*[:=]>?\\s*|\\s*:\\s*(?=["']))(\\\\"(?:[^"\\\\]|\\\\[^"])*\\\\?"?|${QUOTED}|(?![{[])[^\\s,}\\]]+)`, 'g');
// name: value, which may be a sentence: that goes on in words.
const AFTER_COLON = new RegExp(`(?<![\\w.:/-])(${NAME})(:[ \\t]+)(?!["'])([^\\s,;]+)(?=(.{0,2}\\S?))`, 'g');
// --name value.
const OPTION = new RegExp(`(?<![\\w-])(--?${NAME})([ \\t]+)(?!-)(${QUOTED}|[^\\s,;"']+)`, 'g');

/** Redacts values by their name: `password=…`, `"token": "…"`, `--api-key …`. */
export function withoutNamedValues(text: string): string {
  return text
    .replace(ENTRY, (whole, before: string, name: string, between: string, value: string) => (
      before + replaced(whole.slice(before.length), name, between, value)))
    .replace(ASSIGNED, replaced)
    .replace(SET, replaced)
    .replace(STATED, (whole, name: string, between: string, value: string) => (
      /[A-Za-z]/.test(value) && /[\d!@#$%^&*]/.test(value) ? replaced(whole, name, between, value) : whole))
    .replace(IN_QUOTES, replaced)
    .replace(AFTER_COLON, (whole, name: string, between: string, value: string, next: string) => (
      isSentence(value, next) ? whole : replaced(whole, name, between, value)))
    .replace(OPTION, (whole, name: string, between: string, value: string) => /^-[a-z]$/i.test(name) ? whole : replaced(whole, name, between, value));
}

function replaced(whole: string, name: string, between: string, value: string): string {
  if (!isSecretName(name)) return whole;
  const [, open, inside] = /^(\\?["']?)([\s\S]*?)(?:\\?["'])?$/.exec(value)!;
  if (inside.startsWith(REDACTED) || HARMLESS.test(inside) || (REFERENCE.test(inside) && !/pass|pwd/i.test(name))) return whole;
  const close = open !== '' && value.length > open.length && value.endsWith(open) ? open : '';
  const tail = close === '' && open === '' ? /[.:]+$/.exec(value)?.[0] ?? '' : '';
  return `${name}${between}${open}${REDACTED}${close}${tail}`;
}

/** Decides by a name whether its value is a credential. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/^-+/, '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.]/g, '_').toUpperCase();
  return NAMES.test(words);
}

/** `token: unexpected status from …` and `token: RequestError: …` continue in words; `password: hunter2` contains the value. */
function isSentence(value: string, next: string): boolean {
  return /^[a-z']+[.:]?$|^[A-Z]?[a-z']+$|^[A-Z][A-Za-z]+(?:Error|Exception|Timeout|Failure):$|^AuthorizationData$/.test(value) && /^ [\w'"(]/.test(next) || /^\(/.test(value) || value.startsWith('…');
}
