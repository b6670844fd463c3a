import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { ConstructPaths } from './construct-paths';
import { constructTree } from './construct-tree';
import { isIn } from './is-in';
import type { Settings } from './settings';
import { readTemplates } from './templates';
import { unknownAcknowledgements } from './unknown-acknowledgements';
import { inWordsOfProps } from './words-of-props';
import { asRecord } from '../cloudformation/json';
import type { Resource } from '../cloudformation/template';
import { examineApp } from '../examination/examine-app';
import { areaOf } from '../gotchas/area';
import { catalogue } from '../gotchas/catalogue.generated';
import { severityOf, strictSeverityOf, type Severity } from '../gotchas/consequence';
import { hasCheck, severityOfFinding } from '../gotchas/definition';
import { explained, type ExplainedFinding } from '../gotchas/explained';
import { mayBeError } from '../gotchas/may-be-error';
import { redactor } from '../text/redaction/redact';

/** Severities and acknowledgements of a report. */
export interface Selection extends Settings {
  /** The path of a construct: only what is in it. */
  readonly below?: string;
  /** Paths of the constructs of this library, whose props have names of their own. */
  readonly own: ReadonlySet<string>;
  /** True if only errors are reported, and only those in constructs of this library. */
  readonly onlyOwnErrors?: boolean;
}

/** A violation, with a key to find out if another plugin has reported it. */
interface Reported {
  readonly key: string;
  readonly violation: PolicyViolation;
}

/** Examines the templates of an app and reports the findings in the form of the CDK. */
export function report(
  plugin: IPolicyValidationPlugin, { appConstruct, templatePaths }: IPolicyValidationContext, selection: Selection,
): PolicyValidationPluginReport {
  const tree = constructTree(appConstruct);
  const mistyped = unknownAcknowledgements(tree.acknowledging)
    .map((violation) => ({ key: violation.description + violation.violatingResources[0].constructPath, violation }))
    .filter(({ violation }) => isSelected(violation.violatingResources[0].constructPath, selection));
  return firstOf(plugin, appConstruct, [...violationsIn(tree.stacks, templatePaths, selection), ...mistyped]);
}

/** Reports errors in some constructs of an app, except those that another plugin has reported. */
export function reportErrors(plugin: IPolicyValidationPlugin, app: IConstruct, paths: ReadonlySet<string>): PolicyValidationPluginReport {
  return firstOf(plugin, app, violationsIn(constructTree(app).stacks, undefined, { own: paths, onlyOwnErrors: true }));
}

/** Errors in some constructs of an app. */
export function errorsIn(app: IConstruct, paths: ReadonlySet<string>): PolicyValidationPluginReport {
  const violations = violationsIn(constructTree(app).stacks, undefined, { own: paths, onlyOwnErrors: true }).map(({ violation }) => violation);
  return { success: violations.length === 0, violations };
}

function firstOf(plugin: IPolicyValidationPlugin, app: IConstruct, reported: readonly Reported[]): PolicyValidationPluginReport {
  const violations = reported.filter(({ key }) => isFirst(plugin, app, key)).map(({ violation }) => violation);
  return { success: violations.every(({ severity }) => severity !== 'error'), violations };
}

function violationsIn(appStacks: readonly Stack[], templatePaths: readonly string[] | undefined, selection: Selection): readonly Reported[] {
  const { own, onlyOwnErrors = false } = selection;
  const gotchas = catalogue.filter(hasCheck).filter((gotcha) => gotcha.levels.includes('synth')
    && (selection.areas?.includes(areaOf(gotcha.id)) ?? true) && (!onlyOwnErrors || mayBeError(gotcha)));
  const { sources, stacks } = readTemplates(appStacks, templatePaths);
  const paths = new ConstructPaths(stacks);
  const clean = redactor();
  const found: Reported[] = [];
  const isWanted = onlyOwnErrors ? (resource: Resource) => mayBeIn(own, resource) : undefined;
  for (const { gotcha, subject: { resource }, outcome } of examineApp(sources, gotchas, isWanted).examinations) {
    for (const finding of outcome.findings) {
      if (onlyOwnErrors && severityOfFinding(gotcha, finding) !== 'error') continue;
      const path = paths.of(resource);
      if (!isSelected(path, selection)) continue;
      const key = [resource.template.source.id, resource.logicalId, gotcha.id, finding.detail].join('\n');
      const explanation = explained(gotcha, finding);
      const words = { ofLibrary: path !== undefined && isIn(own, path) };
      const shown = { ...explanation, detail: clean(inWordsOfProps(explanation.detail, words)), fix: clean(inWordsOfProps(explanation.fix, words)) };
      found.push({ key, violation: violationOf(gotcha.title, shown, resource, path, selection) });
    }
  }
  return found;
}

// Reading is expensive, and the metadata show that most resources are not needed.
function mayBeIn(paths: ReadonlySet<string>, { metadata }: Resource): boolean {
  const path = asRecord(metadata)['aws:cdk:path'];
  return typeof path !== 'string' || isIn(paths, path);
}

function violationOf(
  title: string, explanation: ExplainedFinding, resource: Resource, constructPath: string | undefined, settings: Settings,
): PolicyViolation {
  const { id, detail, fix, consequence, why, docsUrl } = explanation;
  const severity = severityFor(explanation, settings);
  return {
    ruleName: id,
    description: detail,
    severity: reportedSeverity(severity, settings),
    // The CDK prints nothing else below the headline.
    fix: `${fix}\nwhy:  ${why}\ndocs: ${docsUrl}`,
    ruleMetadata: { severity, consequence, title, why, docs: docsUrl },
    violatingResources: [{
      constructPath,
      resourceLogicalId: resource.logicalId,
      templatePath: resource.template.source.id,
      locations: [],
    }],
  };
}

function isSelected(path: string | undefined, { below, own, onlyOwnErrors }: Selection): boolean {
  if (onlyOwnErrors) return path !== undefined && isIn(own, path);
  return below === undefined || (path !== undefined && isIn(new Set([below]), path));
}

/** The plugin that reports each finding, so that a pack that is applied twice reports it once, in each synthesis. */
const reporters = new WeakMap<IConstruct, Map<string, IPolicyValidationPlugin>>();

function isFirst(plugin: IPolicyValidationPlugin, app: IConstruct, key: string): boolean {
  const byFinding = reporters.get(app) ?? new Map<string, IPolicyValidationPlugin>();
  reporters.set(app, byFinding);
  const reporter = byFinding.get(key) ?? plugin;
  byFinding.set(key, reporter);
  return reporter === plugin;
}

/** Severity of a finding for an app: the one that the app sets for the id, else the one that follows from the consequence. */
function severityFor({ id, consequence }: ExplainedFinding, { severities, strict = false }: Settings): Severity {
  return severities?.[id] ?? (strict ? strictSeverityOf(consequence) : severityOf(consequence));
}

const MILDEST_FIRST: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Severity to report to the CDK.
 *
 * As soon as one finding is acknowledged, the CDK decides by the severities of the others alone: a finding that must fail has to be an error.
 */
function reportedSeverity(severity: Severity, { failOn }: Settings): Severity {
  return MILDEST_FIRST.indexOf(severity) >= MILDEST_FIRST.indexOf(failOn ?? 'error') ? 'error' : severity;
}
