import type { ReportedLog } from './report';

/** Lines that show the end of a log: what it is of, and below it the lines themselves. */
export function logLines({ container, task, group, stream, lines, notRead }: ReportedLog): readonly string[] {
  const place = group === undefined ? '' : `, ${group} ${stream ?? ''}`.trimEnd();
  const count = lines.length === 1 ? 'the last line' : `the last ${lines.length} lines`;
  return [`container ${container} of task ${task}${place}: ${notRead ?? count}`, ...lines.map((line) => `  ${line}`)];
}
