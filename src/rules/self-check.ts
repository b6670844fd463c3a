import {
  attachCustomSynthesis, Stage, Validations, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport,
} from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';

/** Self-check of the constructs of this library, by the root of their tree. */
const CHECKS = new WeakMap<IConstruct, SelfCheck>();
/** Apps that a rule pack examines as a whole. */
const EXAMINED = new WeakSet<IConstruct>();
/** Symbol that the AWS CDK keeps a custom synthesis at. A construct has one at most. */
const CUSTOM_SYNTHESIS = Symbol.for('@aws-cdk/core:customSynthesis');

/**
 * Lets a construct of this library check what it synthesizes: a finding of severity error fails the synthesis, also in an app without
 * the rule pack.
 */
export function checkItself(construct: Construct): void {
  const { root } = construct.node;
  const check = CHECKS.get(root) ?? new SelfCheck(root);
  CHECKS.set(root, check);
  check.constructs.push(construct);
}

/** Paths of the constructs of this library that check themselves in an app. */
export function ownPaths({ node }: IConstruct): ReadonlySet<string> {
  return CHECKS.get(node.root)?.paths() ?? new Set();
}

/** Leaves the check of an app to a rule pack that reports all areas of the catalogue. */
export function examinedByRulePack(app: IConstruct): void {
  EXAMINED.add(app);
}

/** Reports errors of the constructs of this library that no rule pack of the app reports. */
class SelfCheck implements IPolicyValidationPlugin {
  /** The name of the rule pack: an acknowledgement applies to both. */
  public readonly name = 'EcsGuardrails';
  public readonly constructs: Construct[] = [];
  private isAttached = false;
  private isPlugin = false;

  public constructor(private readonly root: IConstruct) {
    if (!Stage.isStage(root)) return;
    // At synthesis, when the app has added all its plugins: the rule pack comes first, and its settings have precedence.
    root.node.addValidation({ validate: () => this.attach() });
  }

  /** Runs when the templates are written. For a plugin the CDK indexes the whole tree, so there is one in apps with errors only. */
  public onSynthesize(): void {
    if (EXAMINED.has(this.root)) return;
    const { violations } = this.reporting().errorsIn(this.root, this.paths());
    if (violations.length > 0) this.addPlugin();
  }

  public validate({ appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    return this.reporting().reportErrors(this, appConstruct, this.paths());
  }

  /** Paths of the constructs. */
  public paths(): ReadonlySet<string> {
    return new Set(this.constructs.map(({ node }) => node.path));
  }

  private attach(): string[] {
    if (this.isAttached) return [];
    this.isAttached = true;
    if (CUSTOM_SYNTHESIS in this.root) this.addPlugin();
    else attachCustomSynthesis(this.root as Construct, this);
    return [];
  }

  private addPlugin(): void {
    if (!this.isPlugin) Validations.of(this.root).addPlugins(this);
    this.isPlugin = true;
  }

  private reporting(): typeof import('./report') {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- catalogue and readers are loaded at the end of synthesis
    return require('./report') as typeof import('./report');
  }
}
