import { redacted } from './redacted';
import type { Report } from './report';
import type { Format, OutputOptions } from '../output-options';
import type { Terminal } from '../terminal';

/** Writes a report in one form. */
export type Renderer = (report: Report, options: OutputOptions, terminal: Terminal) => string;

/* eslint-disable @typescript-eslint/no-require-imports -- only the form that was asked for is loaded */
const RENDERERS: Readonly<Record<Format, () => Renderer>> = {
  text: () => (require('./text') as typeof import('./text')).renderText,
  json: () => (require('./json') as typeof import('./json')).renderJson,
  sarif: () => (require('./sarif') as typeof import('./sarif')).renderSarif,
  junit: () => (require('./junit') as typeof import('./junit')).renderJunit,
  github: () => (require('./github') as typeof import('./github')).renderGithub,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** A report in the form that was asked for, ending with a line break. */
export function renderReport(report: Report, options: OutputOptions, terminal: Terminal): string {
  return RENDERERS[options.format]()(redacted(report), options, terminal);
}
