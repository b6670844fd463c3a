import { CloudFormationValidatePlugin } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** One for the whole file: building its engine takes seconds, and it holds for every template with the same resource types. */
const plugin = new CloudFormationValidatePlugin();

/** Errors of a template by CloudFormation Validate. */
export interface Violation {
  readonly templatePath: string;
  readonly text: string;
}

/** Runs CloudFormation Validate on templates as `@aws-cdk/core:validateAgainstDefaultRules` does: errors, not warnings. */
export function violationsIn(templatePaths: readonly string[], appConstruct: Construct): Violation[] {
  const { violations } = plugin.validate({
    appConstruct,
    templatePaths: [...templatePaths],
    stackTemplates: templatePaths.map((templatePath) => ({ templatePath, stackConstructPath: 'World', accountId: '111122223333', region: 'eu-west-1' })),
  });
  return violations
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .flatMap(({ ruleName, description, violatingResources }) => violatingResources.map(({ templatePath, resourceLogicalId }) => ({
      templatePath: templatePath!,
      text: `${ruleName} ${resourceLogicalId ?? ''} ${description}`,
    })));
}
