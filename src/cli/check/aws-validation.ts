import type { Diagnostic, Validated } from './aws-validator';
import { findValidator } from './find-validator';
import { validateInThread } from './in-thread';
import type { ConstructOrigin, ReadTemplate } from './read-template';
import type { Selection } from './selection';
import { locationInFile, wholeTemplate } from './template-location';
import type { Severity } from '../../gotchas/definition';
import { isSecretName } from '../../text/redaction/named-values';
import { redactQuotes } from '../../text/redaction/redact';
import { shownPath } from '../files';
import type { AcknowledgedFinding, Location, Report, ReportedFinding, ReportedNotChecked } from '../report/report';

/** Findings of CloudFormation Validate, to be added to a report. */
export type Addition = Required<Pick<Report, 'findings' | 'acknowledged' | 'gaps' | 'notes'>>;

const NAME = 'CloudFormation Validate';
/** Its prefix in acknowledgements of the CDK. */
const PREFIX = 'CloudFormation-Validate::';
const NOTHING: Addition = { findings: [], acknowledged: [], gaps: [], notes: [] };
const SEVERITIES: Readonly<Record<Diagnostic['severity'], Severity>> = {
  FATAL: 'error', ERROR: 'error', WARN: 'warning', INFO: 'info', DEBUG: 'info',
};

/** Runs AWS's own validator, if the aws-cdk-lib that is installed in the working directory has one. */
export async function validateWithAws(
  templates: readonly ReadTemplate[], selection: Selection, cwd: string, signal: AbortSignal,
): Promise<Addition> {
  const validator = findValidator(cwd);
  if (validator === undefined) return { ...NOTHING, notes: [`without ${NAME}: no aws-cdk-lib that has it is installed here`] };
  const jobs = templates.map(({ text, path, source: { account, region } }) => ({ path, text, account, region }));
  try {
    const added = addition(templates, await validateInThread({ validator, templates: jobs }, signal), selection);
    return { ...added, notes: [`${NAME} was loaded from ${shownPath(validator, cwd)}`] };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ...NOTHING, notes: [`without ${NAME}: ${(error as Error).message}`] };
  }
}

/** Adds the findings of AWS's validator to a report. */
export function merged(report: Report, { findings, acknowledged, gaps, notes }: Addition): Report {
  const known = new Map(report.places.map((place) => [`${place.source}#${place.name}`, place.kind]));
  // A resource that both checked is one entry of the tree, under its AWS name.
  const named = <T extends { readonly at: Location }>(found: T): T => (
    { ...found, at: { ...found.at, kind: known.get(`${found.at.source}#${found.at.name}`) ?? found.at.kind } }
  );
  return {
    ...report,
    findings: [...report.findings, ...findings.map(named)],
    acknowledged: [...report.acknowledged ?? [], ...acknowledged.map(named)],
    gaps: [...report.gaps, ...gaps],
    notes: [...report.notes ?? [], ...notes],
  };
}

function addition(templates: readonly ReadTemplate[], validated: readonly Validated[], selection: Selection): Addition {
  const findings: ReportedFinding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  const gaps: ReportedNotChecked[] = [];
  validated.forEach((result, index) => {
    const template = templates[index];
    if ('failure' in result) {
      gaps.push({ id: NAME, at: wholeTemplate(template).place, reason: result.failure });
      return;
    }
    for (const diagnostic of result.diagnostics) {
      const { place, acknowledged: reasons } = whereabouts(template, diagnostic);
      const finding = reported(diagnostic, place);
      const reason = reasons.get(finding.id) ?? selection.acknowledged.get(finding.id);
      if (reason === undefined) findings.push(finding);
      else acknowledged.push({ ...finding, reason });
    }
  });
  return { findings, acknowledged, gaps, notes: [] };
}

function reported({ ruleId, severity, message, propertyPath, suggestedFix, documentationUrl }: Diagnostic, at: ReportedFinding['at']): ReportedFinding {
  return {
    id: PREFIX + ruleId,
    severity: SEVERITIES[severity],
    at,
    detail: isSecretProperty(propertyPath) ? redactQuotes(message) : message,
    property: propertyPath?.replace(/^Properties\./, ''),
    fix: suggestedFix,
    docsUrl: documentationUrl,
    by: NAME,
  };
}

/** Properties whose value may be a secret, pasted: the validator quotes what it objects to. */
function isSecretProperty(path = ''): boolean {
  return /(?:ValueFrom|SecretString|CredentialsParameter|Environment\b.*Value)$/i.test(path) || isSecretName(path.split('.').at(-1) ?? '');
}

/** Location of a finding, and the acknowledgements that apply to it. */
interface Whereabouts {
  readonly place: Location;
  readonly acknowledged: ConstructOrigin['acknowledged'];
}

function whereabouts(template: ReadTemplate, { entity, startLine }: Diagnostic): Whereabouts {
  const found = entity?.entityType === 'Resource' ? locationInFile(template, entity.logicalId, entity.resourceType ?? 'resource') : wholeTemplate(template);
  const { place, made } = found;
  const file = made?.line ? { path: made.line.file, line: made.line.line } : { path: template.name, line: startLine };
  return { place: { ...place, file }, acknowledged: made?.acknowledged ?? new Map() };
}
