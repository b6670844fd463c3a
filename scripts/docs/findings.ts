import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from '../../src/index';

interface Report {
  readonly pluginReports: ReadonlyArray<{ readonly violations: ReadonlyArray<{ readonly ruleName: string; readonly description: string }> }>;
}

/** Synthesizes an app, and returns what the rule pack finds in it: the pack that the app applies, or the whole one. */
export function findingsOf(app: App): readonly string[] {
  EcsGuardrails.applyTo(app);
  const { directory } = app.synth({ force: true });
  const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as Report;
  return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName, description }) => `${ruleName}: ${description}`));
}
