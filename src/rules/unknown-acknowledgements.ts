import { Stack, type PolicyViolation } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { isAcknowledgement } from './construct-tree';
import { asRecord } from '../cloudformation/json';
import { catalogue } from '../gotchas/catalogue.generated';
import { nearest } from '../text/nearest';

const PREFIX = 'EcsGuardrails::';
const ID = 'unknown-acknowledgement';

/** Ids beside those of the catalogue: warnings of constructs at construction, and this rule. */
const OTHERS: readonly string[] = ['shared-load-balancer-rules', ID];

/** Warnings about acknowledgements with an id that is no gotcha: they accept nothing. */
export function unknownAcknowledgements(constructs: readonly IConstruct[]): readonly PolicyViolation[] {
  const ids = [...catalogue.map(({ id }) => id), ...OTHERS];
  return constructs.flatMap((construct) => acknowledgedOn(construct)
    .filter((id) => !ids.includes(id))
    .map((id) => violation(construct, id, nearest(id, ids))));
}

function acknowledgedOn({ node }: IConstruct): readonly string[] {
  return node.metadata
    .filter(isAcknowledgement)
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
