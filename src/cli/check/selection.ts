import { areaOf } from '../../gotchas/area';
import { catalogue } from '../../gotchas/catalogue.generated';
import { severityOf, strictSeverityOf, type Severity } from '../../gotchas/consequence';
import { hasCheck, type GotchaDefinition } from '../../gotchas/definition';
import type { ExplainedFinding } from '../../gotchas/explained';
import { didYouMean } from '../../text/nearest';
import { oneOf, words } from '../options';
import { SEVERITIES } from '../report/summary';
import { CannotLook } from '../verb';

/** Gotchas to check for, and their severities. */
export interface Selection {
  readonly gotchas: readonly GotchaDefinition[];
  readonly severities: ReadonlyMap<string, Severity>;
  /** True if what misbehaves or is a risk is an error. */
  readonly isStrict: boolean;
  /** Reasons of what was acknowledged on the command line, by id. */
  readonly acknowledged: ReadonlyMap<string, string>;
}

/** Options of the user. */
export interface SelectionOptions {
  readonly areas?: readonly string[];
  readonly severity?: readonly string[];
  readonly strict?: boolean;
  readonly acknowledge?: readonly string[];
}

/** The prefix of the rule pack, as acknowledgements of the CDK have it. */
export const PACK = 'EcsGuardrails::';

/** Selects what templates can show of the catalogue. */
export function select({ areas, severity, strict = false, acknowledge }: SelectionOptions): Selection {
  const gotchas = catalogue.filter(hasCheck).filter(({ levels }) => levels.includes('synth'));
  const known = new Set(gotchas.map(({ id }) => areaOf(id)));
  const wanted = words(areas).map((area) => oneOf('--areas', area, [...known]));
  return {
    gotchas: wanted.length === 0 ? gotchas : gotchas.filter(({ id }) => wanted.includes(areaOf(id))),
    isStrict: strict,
    severities: new Map(words(severity).map((text) => severityOption(text))),
    acknowledged: new Map(words(acknowledge).map((id) => [checkId('--acknowledge', id), 'acknowledged on the command line'])),
  };
}

/** Severity of a finding: the one that the user sets for the id, else the one that follows from the consequence. */
export function severityFor({ id, consequence }: ExplainedFinding, { severities, isStrict }: Selection): Severity {
  return severities.get(id) ?? (isStrict ? strictSeverityOf(consequence) : severityOf(consequence));
}

function severityOption(text: string): readonly [id: string, severity: Severity] {
  const [id, severity = ''] = text.split('=');
  return [checkId('--severity', id), oneOf(`--severity of ${id}`, severity, SEVERITIES)];
}

// Ids of AWS's own validator are AWS's to know.
function checkId(option: string, id: string): string {
  const own = id.startsWith(PACK) ? id.slice(PACK.length) : id;
  const ids = catalogue.filter(hasCheck).map((gotcha) => gotcha.id);
  if (own.includes('::') || ids.includes(own)) return own;
  throw new CannotLook(`${option} (${id}) is not in the catalogue${didYouMean(own, ids, 1)}`);
}
