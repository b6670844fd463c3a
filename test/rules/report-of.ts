import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, type AppProps } from 'aws-cdk-lib/core';

/** One finding in the report that the CDK writes. */
export interface ReportedViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix: string;
  readonly severity: string;
  readonly ruleMetadata: Readonly<Record<string, string>>;
  readonly violatingConstructs: ReadonlyArray<{ readonly constructPath: string; readonly cloudFormationResource: { readonly logicalId: string } }>;
}

/** Findings of EcsGuardrails in the report of the CDK. */
export interface PluginReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: readonly ReportedViolation[];
  readonly suppressedViolations?: ReadonlyArray<ReportedViolation & { readonly reason: string }>;
}

/** An app that writes into a directory of its own. */
export function testApp(props: AppProps = {}): App {
  return new App({ outdir: mkdtempSync(join(tmpdir(), 'guardrails-')), ...props });
}

/** Synthesizes an app; the message of its failure, if it fails. The lowest CDK prints it and only sets the exit code. */
export function failureOf(app: App): string | undefined {
  const { exitCode } = process;
  const printed = jest.spyOn(console, 'error').mockImplementation();
  try {
    app.synth({ force: true });
    return process.exitCode === exitCode ? undefined : printed.mock.calls.join('\n');
  } catch (error) {
    return String(error);
  } finally {
    printed.mockRestore();
    process.exitCode = exitCode;
  }
}

/** Synthesizes an app, which may fail, and returns our part of its report. */
export function reportsOf(app: App): readonly PluginReport[] {
  const failure = failureOf(app);
  const path = join(app.outdir, 'validation-report.json');
  if (!existsSync(path)) throw new Error(failure ?? 'nothing was validated');
  const { pluginReports } = JSON.parse(readFileSync(path, 'utf-8')) as { readonly pluginReports: readonly PluginReport[] };
  return pluginReports.filter(({ pluginName }) => pluginName === 'EcsGuardrails');
}

/** All findings of an app as `<construct path>: <id>`. */
export function findingsOf(app: App): readonly string[] {
  return reportsOf(app).flatMap(({ violations }) => violations)
    .map(({ ruleName, violatingConstructs }) => `${violatingConstructs[0].constructPath}: ${ruleName}`).sort();
}

/** A stack of the app. */
export function testStack(app: App, id = 'Shop'): Stack {
  return new Stack(app, id, { env: { account: '111122223333', region: 'eu-west-1' } });
}
