import { REDACTED } from './known-forms';

/** Quotes of parsers: the input that they rejected may be a secret where JSON, a number or an address was due. */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  // Go
  [/(invalid character ')(?:\\.[^']*|[^'])(' (?:in|looking for|after))/g, `$1${REDACTED}$2`],
  [/(invalid character ')(?:\\?'|[^'\s]{1,12})(' )/g, `$1${REDACTED}$2`],
  [/(invalid port ")[^"]*(" after host)/g, `$1${REDACTED}$2`],
  [/(\bparse (?:uri )?"?)[^\s"]*(?:"[^\s"]*)?("?: (?:net\/url: )?(?:invalid (?:userinfo|port|control character)|first path segment|missing protocol scheme))/g, `$1${REDACTED}$2`],
  [/(\b(?:strconv\.\w+|ParseInt|ParseFloat|ParseBool|Atoi): parsing ")(?:[^"\\]|\\.)*(")/g, `$1${REDACTED}$2`],
  // JavaScript
  [/(Unexpected token )(?:'[^']*'|[^\s,]+)(,? )(?:\.{3})?(?:"[^\n]{0,400}?"(?:\.{3})?)( is not valid JSON)/g, `$1'${REDACTED}'$2"${REDACTED}"$3`],
  [/(Unexpected token )(?!['"]?\(redacted)\S+( in JSON)/g, `$1${REDACTED}$2`],
  [/((?:Unterminated string|Expected [^"\n]{0,80}|Bad \w+[^"\n]{0,80}|Unexpected [\w-]+[^"\n]{0,80}) in JSON at position \d+[^"\n]*)"[^"\n]*"/g, `$1"${REDACTED}"`],
  [/(?<!\(redacted\))("|')(?:(?!\1)[^\n])*\1(\.{3})?( is not valid JSON)/g, `$1${REDACTED}$1$3`],
  // Java, .NET, Python, Ruby
  [/((?:Unrecognized|Unexpected) token ')[^']*('(?: ?:|\.| was))/g, `$1${REDACTED}$2`],
  [/(For input string: ")[^"]*(")/g, `$1${REDACTED}$2`],
  [/(Unexpected character encountered while parsing value: )\S+?(?=\.? Path|\.|$)/g, `$1${REDACTED}`],
  [/(invalid literal for \w+\(\)[^:\n]*: )('[^']*'|"[^"]*"|\S+)/g, `$1${REDACTED}`],
  [/(could not convert string to \w+: )('[^']*'|"[^"]*"|\S+)/g, `$1${REDACTED}`],
  [/(unexpected (?:token|character|char)(?: at)?:? ')[^']*(')/gi, `$1${REDACTED}$2`],
  [/(cannot (?:parse|convert|decode|unmarshal) (?:value |string )?)("[^"]*"|'[^']*'|`[^`]*`)/gi, `$1${REDACTED}`],
];

/** Redacts what parsers quote. */
export function withoutQuotes(text: string): string {
  return QUOTES.reduce((rest, [form, instead]) => rest.replace(form, instead), text);
}
