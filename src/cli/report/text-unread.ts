import type { Report } from './report';
import { groupBy } from '../group-by';

/** Names and reasons beyond this number are counted, not printed. */
const MAX_NAMES = 40;
const MAX_REASONS = 3;

/** Lines for what a run tried to read in vain: the subjects that are lost, by name, and the calls that failed. */
export function unreadLines({ gaps, unread }: Report, verbose: boolean): readonly string[] {
  const most = verbose ? Infinity : MAX_NAMES;
  const lost = [...groupBy(gaps.filter(({ isLost }) => isLost), ({ reason }) => reason)]
    .map(([reason, those]) => `not read: ${listed(those.map(({ at }) => at.name), most)}, because ${reason}`);
  const told = new Set(gaps.filter(({ isLost }) => isLost).map(({ reason }) => reason));
  const { denied = [], failed = [] } = unread ?? {};
  return [
    ...lost,
    ...denied.length === 0 ? [] : [`may not read all that it checks: allow ${listed(denied, most)} (--print-policy prints the whole policy)`],
    ...listedLines(failed.filter((reason) => !told.has(reason)).map((reason) => `could not read all that it checks: ${reason}`), verbose ? Infinity : MAX_REASONS),
  ];
}

function listed(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more (--verbose shows them)` : shown;
}

function listedLines(lines: readonly string[], most: number): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} other calls that failed: --verbose shows them`] : lines;
}
