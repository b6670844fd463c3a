import type { Stack } from 'aws-cdk-lib/core';
import { reportsOf, testApp, testStack } from './report-of';
import { EcsGuardrails } from '../../src/rules/ecs-guardrails';

/** The errors that the rule pack finds in a stack, as `<id>: <detail>`. */
export function errorsIn(build: (stack: Stack) => void): readonly string[] {
  const app = testApp();
  EcsGuardrails.applyTo(app);
  build(testStack(app));
  return reportsOf(app).flatMap(({ violations }) => violations)
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleName, description }) => `${ruleName}: ${description}`);
}
