import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { ConstructPaths } from './construct-paths';
import type { Settings } from './settings';
import { reportedSeverity, severityFor } from './severity';
import { readTemplates } from './templates';
import type { Resource } from '../cloudformation/template';
import { examineApp } from '../examination/examine-app';
import { areaOf } from '../gotchas/area';
import { catalogue } from '../gotchas/catalogue.generated';
import { hasCheck, type Finding, type GotchaDefinition } from '../gotchas/definition';
import { explained } from '../gotchas/explained';
import { redact } from '../text/redaction/redact';

/** Severities and acknowledgements of a report. */
export interface Selection extends Settings {
  /** The path of a construct: only what is in it. */
  readonly below?: string;
}

/** Examines the templates of an app and reports the findings in the form of the CDK. */
export function report(plugin: IPolicyValidationPlugin, context: IPolicyValidationContext, selection: Selection): PolicyValidationPluginReport {
  const gotchas = catalogue.filter(hasCheck).filter(({ id, levels }) =>
    levels.includes('synth') && (selection.areas?.includes(areaOf(id)) ?? true));
  const { sources, stacks } = readTemplates(context);
  const paths = new ConstructPaths(stacks);
  const violations: PolicyViolation[] = [];
  for (const { gotcha, subject, outcome } of examineApp(sources, gotchas).examinations) {
    for (const finding of outcome.findings) {
      const { resource } = subject;
      const path = paths.of(resource);
      if (isBelow(path, selection.below) && isFirst(plugin, context.appConstruct, resource, gotcha, finding)) {
        violations.push(violation(gotcha, finding, resource, path, selection));
      }
    }
  }
  return { success: violations.every(({ severity }) => severity !== 'error'), violations };
}

function violation(
  gotcha: GotchaDefinition, finding: Finding, resource: Resource, constructPath: string | undefined, settings: Settings,
): PolicyViolation {
  const explanation = explained(gotcha, finding);
  const { consequence, why, docsUrl } = explanation;
  const fix = redact(explanation.fix);
  const severity = severityFor(explanation, settings);
  return {
    ruleName: gotcha.id,
    description: redact(explanation.detail),
    severity: reportedSeverity(severity, settings),
    // The CDK prints nothing else below the headline.
    fix: `${fix}\nwhy:  ${why}\ndocs: ${docsUrl}`,
    ruleMetadata: { severity, consequence, title: gotcha.title, why, docs: docsUrl },
    violatingResources: [{
      constructPath,
      resourceLogicalId: resource.logicalId,
      templatePath: resource.template.source.id,
      locations: [],
    }],
  };
}

function isBelow(path: string | undefined, below: string | undefined): boolean {
  return below === undefined || path === below || (path?.startsWith(`${below}/`) ?? false);
}

/** The plugin that reports each finding, so that a pack that is applied twice reports it once, in each synthesis. */
const reporters = new WeakMap<IConstruct, Map<string, IPolicyValidationPlugin>>();

function isFirst(plugin: IPolicyValidationPlugin, app: IConstruct, resource: Resource, gotcha: GotchaDefinition, finding: Finding): boolean {
  const byFinding = reporters.get(app) ?? new Map<string, IPolicyValidationPlugin>();
  reporters.set(app, byFinding);
  const key = [resource.template.source.id, resource.logicalId, gotcha.id, finding.detail].join('\n');
  const reporter = byFinding.get(key) ?? plugin;
  byFinding.set(key, reporter);
  return reporter === plugin;
}
