import type { DeploymentTime } from './deployment-time';
import { TYPICAL, type Estimates } from './estimates';
import type { Range } from './range';
import { Unknown, type Fact } from '../facts/fact';

/** A row of the table: what the service is called, and what is known of it. */
export interface Timing {
  readonly name: string;
  readonly time: Fact<DeploymentTime>;
}

const COLUMNS = ['deployment of', 'waves', 'start', 'healthy', 'shift', 'drain', 'stop', 'in all'] as const;

/** Prints the duration of the services' deployments in plain text, with the estimates and the unknown parts. */
export function timingTable(timings: readonly Timing[], { startSeconds, bootSeconds, shutdownSeconds }: Estimates = TYPICAL): string {
  const rows = timings.flatMap(({ name, time }) => (time instanceof Unknown ? [] : [cells(name, time)]));
  const widths = COLUMNS.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) => row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  const gaps = timings.flatMap(({ name, time }) => (time instanceof Unknown ? [`${name}: not known, because ${time.reason}`] : []));
  return [
    ...(rows.length > 0 ? [line(COLUMNS), ...rows.map(line)] : []),
    ...gaps,
    `estimated: ${startSeconds} s to start a task, ${bootSeconds} s until it answers, ${shutdownSeconds} s to end it`,
  ].join('\n');
}

function cells(name: string, { waves, start, healthy, shift, drain, stop, atLeast, atMost }: DeploymentTime): readonly string[] {
  return [name, `${waves}`, ...[start, healthy, shift, drain, stop, { atLeast, atMost }].map(inWords)];
}

/** `12 s`, `2 min 5 s`, `10-20 s`. */
export function inWords({ atLeast, atMost }: Range): string {
  if (atLeast === atMost) return duration(atLeast);
  return atMost < 60 ? `${atLeast}-${atMost} s` : `${duration(atLeast)} - ${duration(atMost)}`;
}

function duration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
