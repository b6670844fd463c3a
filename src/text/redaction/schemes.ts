import { REDACTED } from './known-forms';

const SCHEMES = 'Bearer|Basic|Digest|Splunk|Token|ApiKey|Api-Key|Negotiate|NTLM|GenieKey|Bot|AWS4-HMAC-SHA256|DPoP|Key|SSWS|OAuth';
const AUTHORIZATION = new RegExp(`\\b((?:Proxy-)?Authorization\\\\?["']?\\s*[:=]\\s*\\[?\\\\?["']?)((?:${SCHEMES})\\s+)?([^"'\\]\\n\\\\]+?)(?=\\\\?["'\\]]|\\s*$|\\n|, [A-Z][\\w-]+:|;|\\s+(?:https?:|-H\\b|--?[a-z]))`, 'gi');

/** Redacts credentials in headers. */
export function withoutHeaders(text: string): string {
  return text
    .replace(AUTHORIZATION, (whole, name: string, scheme: string | undefined, value: string) =>
      scheme === undefined && /^[a-z]+[.:]?(?: |$)/.test(value) ? whole : `${name}${scheme ?? ''}${REDACTED}`)
    .replace(/\b((?:Set-)?Cookie\\?["']?\s*:\s*\\?["']?)([^"'\n]+)/gi, (whole, name: string, value: string) => (value.includes('=') ? `${name}${REDACTED}` : whole))
    .replace(/\b(Bearer|Splunk|Basic|ApiKey|GenieKey|SSWS)\s+([\w+/.~=-]{6,})/g, (whole, scheme: string, value: string) => (isWord(value) ? whole : `${scheme} ${REDACTED}`))
    .replace(/\b(Credential=)[^\s,/]+/g, `$1${REDACTED}`)
    // curl -u user:password, mysql -ppassword, sshpass -p password.
    .replace(/((?:^|\s)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']+:)([^\s"']+)/g, (whole, user: string, value: string) => (/^\d+$/.test(value) ? whole : `${user}${REDACTED}`))
    .replace(/(\b(?:mysql\w*|mariadb\w*|mysqldump)\b[^\n]{0,200}?\s-p)([^\s"']+)/g, `$1${REDACTED}`)
    .replace(/(\bredis-cli\b[^\n]{0,200}?\s(?:-a|--pass)[ =]+)("[^"]*"|'[^']*'|\S+)/g, `$1${REDACTED}`)
    .replace(/(\bsshpass\s+-p\s*)("[^"]*"|'[^']*'|\S+)/g, `$1${REDACTED}`)
    .replace(/(\becho\s+(?:-n\s+)?["']?)([^\s"'|$]+)(?=["']?\s*\|[^\n|]{0,200}--password-stdin)/g, `$1${REDACTED}`)
    .replace(/(\bdocker login\b[^\n]{0,200}?\s-p[ =]?)(\S+)/g, `$1${REDACTED}`);
}

/** `Bearer realm=…` and `Basic authentication` hold none. */
function isWord(value: string): boolean {
  return /^[A-Za-z]?[a-z]+[.]?$/.test(value) || /^realm=/i.test(value) || /^(?:token|auth|authentication|authorization|error|scheme|credentials)$/i.test(value);
}
