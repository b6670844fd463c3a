import { Unknown } from '../../../facts/fact';
import type { LogTail } from '../../collect/account';
import type { ReportedLog } from '../../report/report';

/** A log in the form of a report. */
export function reportedLog({ lines, ...place }: LogTail): ReportedLog {
  return lines instanceof Unknown ? { ...place, lines: [], notRead: lines.reason } : { ...place, lines: lines as readonly string[] };
}
