import {
  Stage, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { examinedByRulePack, ownPaths } from './self-check';
import { checkScope, checkSettings } from './settings';
import type { GotchaSeverity } from '../gotchas/gotcha';

/** Options of `EcsGuardrails`: the gotchas to check, and their severities. */
export interface EcsGuardrailsProps {
  /**
   * Areas of the catalogue to check: the first word of an id, as in `dpl` or `net`.
   *
   * @default - all areas
   */
  readonly areas?: string[];

  /**
   * The lowest severity that makes the synthesis fail.
   *
   * A finding that makes it fail is reported as an error. The metadata of the report keep the finding's own severity.
   *
   * @default GotchaSeverity.ERROR
   */
  readonly failOn?: GotchaSeverity;

  /**
   * True if findings about what deploys and then misbehaves, or is a risk, are errors too.
   *
   * Costs stay warnings. `severities` has precedence.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Severities that replace those of the catalogue, by id.
   *
   * Acknowledge a finding instead if it is acceptable in one place only.
   *
   * @default - the severity that follows from the consequence of each finding
   */
  readonly severities?: { [id: string]: GotchaSeverity };
}

/**
 * Checks everything that an app synthesizes for the gotchas of the catalogue, whichever constructs it comes from.
 *
 * Errors are what AWS rejects and what never works, so an app that runs has none. What misbehaves in some event, is a risk or costs is a warning.
 *
 * Parameters of a template are assumed to have their defaults, and conditions on them are checked both ways. A finding that depends on
 * such an assumption names it, and is a risk: a warning, unless `strict` or `severities` raises it.
 *
 * Findings are part of the validation report of the AWS CDK. An error makes the synthesis fail until it is fixed or acknowledged.
 *
 * Constructs of this library report their errors without the pack too. With it, each finding is reported once, in the severity of the pack.
 *
 * @example
 * const app = new App();
 * EcsGuardrails.applyTo(app, { strict: true });
 */
export class EcsGuardrails implements IPolicyValidationPlugin {
  /**
   * Checks everything below a construct, mostly the app.
   *
   * A finding is reported once, even if the pack is applied twice.
   *
   * @param scope the app, or the part of it that is checked
   * @param options areas, severities, and what makes synthesis fail
   */
  public static applyTo(scope: IConstruct, options: EcsGuardrailsProps = {}): void {
    checkScope(scope);
    const plugin = new EcsGuardrails(options);
    plugin.scope = scope;
    if (scope === scope.node.root && options.areas === undefined) examinedByRulePack(scope);
    Validations.of(scope).addPlugins(plugin);
  }

  /** The prefix of each acknowledgement: `EcsGuardrails::dpl-percent-deadlock`. */
  public readonly name = 'EcsGuardrails';

  private readonly settings: EcsGuardrailsProps;
  private scope?: IConstruct;

  /**
   * Defines the plugin, for an app that registers its plugins by itself.
   *
   * @param props areas, severities, and what makes synthesis fail
   */
  public constructor(props: EcsGuardrailsProps = {}) {
    checkSettings(this.name, props);
    this.settings = { ...props };
  }

  /**
   * Checks the templates of an app. The AWS CDK calls it at the end of synthesis.
   *
   * @param context the templates, and the construct tree that they come from
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    // Loaded here, so that an app that only uses constructs starts without catalogue and readers.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { report } = require('./report') as typeof import('./report');
    const isWhole = this.scope === undefined || Stage.isStage(this.scope);
    return report(this, context, { ...this.settings, own: ownPaths(context.appConstruct), below: isWhole ? undefined : this.scope?.node.path });
  }
}
