import { Stack, Validations, type PolicyViolation } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { asRecord } from '../cloudformation/json';
import { catalogue } from '../gotchas/catalogue.generated';
import { nearest } from '../text/nearest';

const PREFIX = 'EcsGuardrails::';
const ID = 'unknown-acknowledgement';

/** Ids beside those of the catalogue: warnings of constructs at construction, and this rule. */
const OTHERS: readonly string[] = ['shared-load-balancer-rules', ID];

/** Warnings about acknowledgements with an id that is no gotcha: they accept nothing. */
export function unknownAcknowledgements(app: IConstruct): readonly PolicyViolation[] {
  const ids = [...catalogue.map(({ id }) => id), ...OTHERS];
  const found: PolicyViolation[] = [];
  const visit = (construct: IConstruct): void => {
    for (const id of acknowledgedOn(construct)) {
      if (!ids.includes(id)) found.push(violation(construct, id, nearest(id, ids)));
    }
    construct.node.children.forEach(visit);
  };
  visit(app);
  return found;
}

function acknowledgedOn({ node }: IConstruct): readonly string[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(asRecord(data)))
    .filter((id) => id.startsWith(PREFIX))
    .map((id) => id.slice(PREFIX.length));
}

function violation(construct: IConstruct, id: string, near: readonly string[]): PolicyViolation {
  return {
    ruleName: ID,
    description: `acknowledgement (${PREFIX}${id}) is of no gotcha, so it accepts nothing`,
    severity: 'warning',
    fix: near.length > 0 ? `did you mean ${near.map((one) => PREFIX + one).join(', ')}?` : 'remove it: ecs-guardrails gotchas lists all ids',
    violatingResources: [{ constructPath: construct.node.path, resourceLogicalId: '', templatePath: templateOf(construct), locations: [] }],
  };
}

function templateOf(construct: IConstruct): string {
  return construct.node.scopes.some((scope) => Stack.isStack(scope)) ? Stack.of(construct).templateFile : '';
}
