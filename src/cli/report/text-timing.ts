import type { ReportedTiming } from './report';
import { printable } from './wrap';
import { Unknown } from '../../facts/fact';
import { timingTable } from '../../timing';

/** The table of how long deployments take: its lines are as wide as they are, because broken columns can't be read. */
export function timingText(timing: readonly ReportedTiming[]): string {
  if (timing.length === 0) return 'timing: there is no service';
  return timingTable(timing.map((row) => ({ name: printable(row.at.name), time: 'time' in row ? row.time : new Unknown(row.notKnown) })));
}
