import {
  Stage, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { refuse } from '../gotchas/message';

/** What `EcsGuardrails` looks for. */
export interface EcsGuardrailsProps {
  /**
   * Areas of the catalogue to look for, as in `dpl` or `net`: the first word of an id.
   *
   * @default - all of them
   */
  readonly areas?: string[];
}

/**
 * Looks for the catalogue's gotchas in everything an app synthesizes, whichever constructs made it.
 *
 * Findings are part of the validation report of the AWS CDK. An error makes synthesis fail until it is fixed or acknowledged.
 *
 * @example
 * const app = new App();
 * EcsGuardrails.applyTo(app);
 */
export class EcsGuardrails implements IPolicyValidationPlugin {
  /**
   * Looks at everything below a construct, mostly the app.
   *
   * Applying it again finds nothing twice.
   */
  public static applyTo(scope: IConstruct, options: EcsGuardrailsProps = {}): void {
    const plugin = new EcsGuardrails(options);
    plugin.scope = scope;
    Validations.of(scope).addPlugins(plugin);
  }

  /** The prefix of each acknowledgement: `EcsGuardrails::dpl-percent-deadlock`. */
  public readonly name = 'EcsGuardrails';

  private readonly areas?: readonly string[];
  private scope?: IConstruct;

  public constructor(props: EcsGuardrailsProps = {}) {
    this.areas = props.areas;
    if (this.areas?.length === 0) {
      refuse({ headline: 'areas (none) leaves nothing to look for', at: this.name, property: 'areas', fix: 'name an area, or leave areas out for all of them' });
    }
  }

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    // Loaded here, so that an app that only uses constructs starts without catalogue and readers.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { report } = require('./report') as typeof import('./report');
    const isWhole = this.scope === undefined || Stage.isStage(this.scope);
    return report(this, context, { areas: this.areas, below: isWhole ? undefined : this.scope?.node.path });
  }
}
