import { REDACTED } from './known-forms';

const ADDRESS = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s"'<>`]+)/gi;
/** In quotes, a password may have spaces. */
const QUOTED = /(?<=")([a-z][a-z0-9+.-]*:\/\/)([^"\n]+)(?=")/gi;

/** A user and a password before a host with a dot, without a scheme. */
const WITHOUT_SCHEME = /(?<![\w/.:@-])((?!mailto:)[\w.+%-]+:)([^\s:@/"'<>]+)(?=@[\w-]+(?:\.[\w-]+)+)/g;

/** Oracle: `user/password@//host` and `user/password@host:port:database`. */
const ORACLE = /(?<![\w/.@-])((?:jdbc:oracle:\w+:)?[\w$#]+\/)([^\s@/"']+)(?=@(?:\/\/|[\w.-]+:\d+[:/]))/g;

/** Text whose addresses name no password: neither `user:password@host` nor `token@host`. */
export function withoutUserinfo(text: string): string {
  return withoutScheme([QUOTED, ADDRESS].reduce((left, form) => left.replace(form, (whole, scheme: string, rest: string) => {
    const info = userinfoOf(rest);
    if (info === undefined) return whole;
    const colon = info.indexOf(':');
    return `${scheme}${colon === -1 ? '' : info.slice(0, colon + 1)}${REDACTED}${rest.slice(info.length)}`;
  }), text));
}

function withoutScheme(text: string): string {
  return [WITHOUT_SCHEME, ORACLE].reduce((left, form) => left.replace(form, (_, user: string) => `${user}${REDACTED}`), text);
}

function userinfoOf(rest: string): string | undefined {
  const [authority] = rest.split(/[/?#]/, 1);
  const at = authority.lastIndexOf('@');
  if (at !== -1) return /^sha\d+:/i.test(authority.slice(at + 1)) ? undefined : authority.slice(0, at);
  // A password with a slash that is not encoded; a port is no password.
  return /^[^/?#:@]*:(?!\d+(?:[/?#]|$))[^@]*(?=@[\w.[-])/.exec(rest)?.[0];
}
