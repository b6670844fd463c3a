/** The validator inside aws-cdk-lib, as far as it is used here. */
interface Validator {
  readonly CompositeEngine: new (config: object) => {
    validateTemplate(template: object, config: object): { readonly diagnostics: readonly Diagnostic[] };
    free(): void;
  };
  readonly TemplateContent: new (text: string, name: string) => object;
}

/** One finding of the validator. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG';
  readonly message: string;
  readonly entity?: { readonly logicalId: string; readonly entityType: string; readonly resourceType?: string };
  readonly propertyPath?: string;
  readonly suggestedFix?: string;
  readonly documentationUrl?: string;
  readonly startLine?: number;
}

/** Input of the validator, in a form that can be passed to another thread. */
export interface ValidationJob {
  /** The file of the validator. */
  readonly validator: string;
  readonly templates: readonly ValidationTemplate[];
}

/** One template of a job. */
export interface ValidationTemplate {
  readonly path: string;
  readonly text: string;
  readonly account?: string;
  readonly region?: string;
}

/** Result of one template: findings, or the reason why it was not validated. */
export type Validated = { readonly diagnostics: readonly Diagnostic[] } | { readonly failure: string };

/** Rules that the AWS CDK leaves out of its own runs, and W9003: CloudFormation converts numbers to strings, as most templates rely on. */
const LEFT_OUT = {
  ids: ['W3005', 'W1020', 'I4010', 'W4011', 'W4012', 'W9002', 'W9013', 'W1103', 'W9003'],
  services: [{ ruleId: 'W3697', service: 'AWS::AutoScaling' }],
};

/** Validates each template. It takes seconds and can't be stopped, so it mostly runs in a thread of its own. */
export function validateAll({ validator, templates }: ValidationJob): readonly Validated[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is where the user has installed it
  const { CompositeEngine, TemplateContent } = require(validator) as Validator;
  const engine = new CompositeEngine({});
  const results = templates.map(({ path, text, account, region }): Validated => {
    try {
      const { diagnostics } = engine.validateTemplate(new TemplateContent(text, path), {
        detailLevel: 'STANDARD',
        severityLevel: 'WARN',
        exclude: LEFT_OUT,
        pseudoParameterOverrides: { accountId: account, region },
      });
      return { diagnostics: JSON.parse(JSON.stringify(diagnostics)) as Diagnostic[] };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  });
  engine.free();
  return results;
}
