import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import { createHash } from 'node:crypto';
import { asciiControls } from './json';
import type { Location, Report, ReportedFinding } from './report';
import { catalogue } from '../../gotchas/catalogue.generated';
import type { Severity } from '../../gotchas/definition';
import { detailsOf } from '../../gotchas/message';
import { versionOf } from '../version';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, as code scanners take it: a rule for each id that was found, a result for each finding. */
export function renderSarif(report: Report): string {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: 'ecs-guardrails',
    toolDriverVersion: versionOf(),
    url: 'https://github.com/cdk-ecs-guardrails/cdk-ecs-guardrails',
  });
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  for (const finding of byId.values()) run.addRule(ruleOf(finding));
  const seen = new Map<string, number>();
  for (const finding of report.findings) run.addResult(resultOf(finding, seen));
  const sarif = new SarifBuilder();
  sarif.addRun(run);
  return `${asciiControls(JSON.stringify(sarif.buildSarifOutput(), undefined, 2))}\n`;
}

function ruleOf({ id, detail, why, fix, docsUrl, severity }: ReportedFinding): SarifRuleBuilder {
  const shortDescriptionText = titleOf(id) ?? detail;
  const rule = new SarifRuleBuilder().initSimple({ ruleId: id, shortDescriptionText, fullDescriptionText: why, helpUri: docsUrl });
  const help = detailsOf({ why, fix, docs: docsUrl }).map(([label, text]) => ({ label, text }));
  if (help.length > 0) {
    rule.rule.help = {
      text: help.map(({ label, text }) => `${label}: ${text}`).join('\n'),
      markdown: help.map(({ label, text }) => `**${label}:** ${text}`).join('\n\n'),
    };
  }
  rule.rule.defaultConfiguration = { level: LEVELS[severity] };
  return rule;
}

function resultOf(finding: ReportedFinding, seen: Map<string, number>): SarifResultBuilder {
  const { id, severity, detail, at, property, fix, evidence = [] } = finding;
  const said = [detail, ...evidence, ...detailsOf({ at: at.name, property, fix }).map(([label, text]) => `${label}: ${text}`)];
  const result = new SarifResultBuilder().initSimple({ level: LEVELS[severity], messageText: said.join('\n'), ruleId: id });
  result.result.locations = [{ ...physical(at), logicalLocations: [{ fullyQualifiedName: at.name, kind: 'resource' }] }];
  result.result.partialFingerprints = { 'ecsGuardrails/v1': fingerprint(finding, seen) };
  return result;
}

function physical({ file }: Location): object {
  if (!file) return {};
  // Of a relative URI, a scanner knows where in the repository it is.
  const uri = file.path.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, ...(file.line === undefined ? {} : { region: { startLine: file.line } }) } };
}

// Without line and wording: what moves or is worded better is still the same finding.
function fingerprint({ id, at, property }: ReportedFinding, seen: Map<string, number>): string {
  const key = JSON.stringify([id, at.source, at.name, property]);
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash('sha256').update(`${key}${count}`).digest('hex');
}

/** Title of an id in the catalogue; `undefined` for ids of other tools. */
export function titleOf(id: string): string | undefined {
  return catalogue.find((gotcha) => gotcha.id === id)?.title;
}
