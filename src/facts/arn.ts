import { HOLE } from './image';
import { coversPattern, overlaps } from './wildcards';

const MARK = '\u0001';
const NAME = '\u0002';
/** The resource of actions that have none: only a policy for all resources allows them. */
export const ANY = '*';
const MARKED = /\u0001([^\u0002]*)\u0002([^\u0001]*)\u0001/g;

/** Stands for the name of a resource of the app in an ARN: its key in the app, and its name with a `HOLE` for what only the deployment knows. */
export function markedName(key: string, name: string): string {
  return `${MARK}${key}${NAME}${name}${MARK}`;
}

/** Returns true if an ARN is that of a resource of the app. */
export function isOfApp(arn: string): boolean {
  return arn.includes(MARK);
}

/**
 * Returns true if an ARN of a policy, with its wildcards, names a resource; `undefined`: the deployment decides. Both may have `HOLE`s.
 *
 * Partition, region and account are held to agree where one of the two leaves them to the deployment.
 */
export function namesArn(pattern: string, arn: string): boolean | undefined {
  if (/^\*+$/.test(pattern)) return true;
  if (pattern.startsWith(HOLE)) return undefined;
  if (arn === ANY) return false;
  const [wide, narrow] = withSameMarks(pattern, arn);
  const [ofWide, ofNarrow] = [wide.split(':'), narrow.split(':')];
  for (let at = 0; at < Math.min(HEAD, ofNarrow.length); at++) {
    if (ofNarrow[at] === HOLE) ofNarrow[at] = isPlain(ofWide[at]) ? ofWide[at] : USUAL[at];
    if (ofWide[at] === HOLE) ofWide[at] = ofNarrow[at];
  }
  return named(ofWide.join(':'), ofNarrow.join(':'));
}

/** `arn`, partition, service, region and account. */
const HEAD = 5;
const USUAL = ['arn', 'aws', '', '', ''];

function isPlain(part: string | undefined): boolean {
  return part !== undefined && !/[*?\u0000\u0003]/.test(part);
}

function named(wide: string, narrow: string): boolean | undefined {
  // Parts that only the deployment knows are taken for the same where the texts around them are.
  if (coversPattern(wide, narrow)) return true;
  return overlaps(wide, narrow) ? undefined : false;
}

/** Two resources of the app are compared by their keys, one of them and a text by its name. */
function withSameMarks(first: string, second: string): readonly [string, string] {
  const by = first.includes(MARK) && second.includes(MARK) ? `${MARK}$1` : '$2';
  return [first.replace(MARKED, by), second.replace(MARKED, by)];
}
