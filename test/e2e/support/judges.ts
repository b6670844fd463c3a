import * as fs from 'node:fs';
import * as path from 'node:path';
import { exampleApp, synthesize } from './cdk';
import { E2E, python } from './paths';
import { run } from './run';

export interface Finding {
  readonly judge: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** A logical id, or a construct path where the judge checks constructs. */
  readonly resource: string;
  readonly message: string;
}

/** Findings of an example that we know of and leave as they are. `rule` and `resource` may hold `*`. */
export interface Accepted {
  readonly judge: string;
  readonly rule: string;
  readonly examples: string[];
  readonly resource: string;
  readonly reason: string;
}

/** All findings of the judges on an example. */
export async function judge(example: string): Promise<Finding[]> {
  const assembly = await synthesize(path.join(E2E, 'support/nagged-app.ts'), {
    arguments: [exampleApp(example)],
    // The context makes CDK's own validation report as errors what it reports as warnings by default.
    context: { '@aws-cdk/core:validateAgainstDefaultRules': 'true' },
    // Synthesis fails when a validation does; what it found is in the report.
    allowedExitCodes: [0, 1],
  });
  const files = fs.readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  const templates = files.map((file) => path.join(assembly, file));
  const findings = await Promise.all([cfnLint(templates), checkov(templates)]);
  return [...validationReport(assembly), ...findings.flat()];
}

/** CloudFormation Validate and cdk-nag both report through CDK's validation. */
function validationReport(assembly: string): Finding[] {
  const file = path.join(assembly, 'validation-report.json');
  const report = JSON.parse(fs.readFileSync(file, 'utf-8'));
  return report.pluginReports.flatMap(({ pluginName, violations }: any) =>
    violations.flatMap(({ ruleName, description, severity, violatingConstructs }: any) =>
      violatingConstructs.map(({ constructPath }: any): Finding => ({
        judge: pluginName,
        rule: ruleName,
        severity: severity === 'error' || severity === 'fatal' ? 'error' : 'warning',
        resource: constructPath,
        message: description,
      }))));
}

async function cfnLint(templates: string[]): Promise<Finding[]> {
  // The exit code contains the severities that were found.
  const allowedExitCodes = Array.from({ length: 16 }, (_, code) => code).filter((code) => code !== 1);
  const { stdout } = await run(python('tools', 'cfn-lint'), ['--format', 'json', ...templates], { allowedExitCodes });
  return JSON.parse(stdout).map(({ Rule, Level, Location, Message }: any): Finding => ({
    judge: 'cfn-lint',
    rule: Rule.Id,
    severity: Level === 'Error' ? 'error' : 'warning',
    resource: Location.Path?.[0] === 'Resources' ? Location.Path[1] : String(Location.Path?.join('/')),
    message: Message,
  }));
}

async function checkov(templates: string[]): Promise<Finding[]> {
  const { stdout } = await run(python('checkov', 'checkov'), [
    '--framework', 'cloudformation', '--output', 'json', '--quiet', '--compact', '--skip-download',
    '--file', ...templates,
  ], { allowedExitCodes: [0, 1] });
  const report = JSON.parse(stdout);
  const failures = report.results?.failed_checks ?? [];
  if (!report.summary?.resource_count || report.summary.parsing_errors) {
    throw new Error(`checkov could not read ${templates.join(', ')}: ${stdout}`);
  }
  return failures.map(({ check_id, check_name, resource }: any): Finding => ({
    judge: 'checkov',
    rule: check_id,
    severity: 'error',
    resource: resource.split('.').pop(),
    message: check_name,
  }));
}

export function accepts({ judge: by, rule, resource }: Accepted, finding: Finding): boolean {
  return by === finding.judge && matches(rule, finding.rule) && matches(resource, finding.resource);
}

function matches(pattern: string, text: string): boolean {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's').test(text);
}
