import {
  Stage, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { checkSettings } from './settings';
import type { GotchaSeverity } from '../gotchas/gotcha';

/** What `EcsGuardrails` looks for, and what of it ends a synthesis. */
export interface EcsGuardrailsProps {
  /**
   * Areas of the catalogue to look for: the first word of an id, as in `dpl` or `net`.
   *
   * @default - all of them
   */
  readonly areas?: string[];

  /**
   * The lowest severity that makes synthesis fail.
   *
   * A finding that is to fail is reported as an error, whatever its own severity, which the metadata of the report keeps.
   *
   * @default GotchaSeverity.ERROR
   */
  readonly failOn?: GotchaSeverity;

  /**
   * Severities that replace those of the catalogue, by id.
   *
   * What is fine in one place only is better acknowledged there.
   *
   * @default - each id has the severity of the catalogue, or a milder one where a finding is only likely
   */
  readonly severities?: { [id: string]: GotchaSeverity };
}

/**
 * Looks for the catalogue's gotchas in everything an app synthesizes, whichever constructs made it.
 *
 * Parameters of a template are taken to have their defaults, and conditions on them are looked at both ways: what is found only then
 * says so, and is a warning at most.
 *
 * Findings are part of the validation report of the AWS CDK. An error makes synthesis fail until it is fixed or acknowledged.
 *
 * @example
 * const app = new App();
 * EcsGuardrails.applyTo(app, { failOn: GotchaSeverity.WARNING });
 */
export class EcsGuardrails implements IPolicyValidationPlugin {
  /**
   * Looks at everything below a construct, mostly the app.
   *
   * Applying it again finds nothing twice.
   *
   * @param scope the app, or the part of it that is checked
   * @param options areas, severities, and what makes synthesis fail
   */
  public static applyTo(scope: IConstruct, options: EcsGuardrailsProps = {}): void {
    const plugin = new EcsGuardrails(options);
    plugin.scope = scope;
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
    return report(this, context, { ...this.settings, below: isWhole ? undefined : this.scope?.node.path });
  }
}
