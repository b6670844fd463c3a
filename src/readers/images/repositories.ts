import { statementsIn } from '../permissions/policy-statements';
import { runningImages } from './running-images';
import { asRecord } from '../../cloudformation/json';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, oneOrMore } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { LifecycleRuleFacts, RepositoryFacts } from '../../facts/repository';

/** A repository of the app. */
export function readRepository(repository: Resource): RepositoryFacts {
  const { properties, template } = repository;
  const mutability = properties.get('ImageTagMutability').text();
  const images = runningImages(template.app).get(repository) ?? [];
  const policy = properties.at('LifecyclePolicy', 'LifecyclePolicyText').text();
  return {
    name: properties.get('RepositoryName').text(),
    deniesPull: anyStatement(properties.get('RepositoryPolicyText'), deniesPull),
    isOpenToAll: anyStatement(properties.get('RepositoryPolicyText'), isOpen),
    isUsed: images.length > 0,
    runningImages: images,
    tagsAreMutable: mutability instanceof Unknown ? mutability : mutability === undefined || mutability === 'MUTABLE',
    lifecycleRules: readRules(policy),
    lifecycleIsReadable: policy === undefined || (policy instanceof Unknown ? policy : rulesIn(policy) !== undefined),
  };
}

function anyStatement(policy: Value, is: (statement: Value) => Fact<boolean>): Fact<boolean> {
  const document = policy.document();
  if (document instanceof Unknown) return document;
  const statements = statementsIn(document);
  if (statements instanceof Unknown) return statements;
  return anyOf(statements.map(is));
}

function isOpen(statement: Value): Fact<boolean> {
  return isForAll(statement, 'Allow');
}

function deniesPull(statement: Value): Fact<boolean> {
  return isForAll(statement, 'Deny') && oneOrMore(statement.get('Action')).some((action) => typeof action === 'string' && PULLS.test(action));
}

const PULLS = /^(\*|ecr:(\*|Batch\*|BatchGet\*|BatchGetImage|Get\*|GetDownload\*|GetDownloadUrlForLayer))$/i;

function isForAll(statement: Value, effect: 'Allow' | 'Deny'): boolean {
  if (statement.get('Effect').text() !== effect || statement.get('Condition').isSet() !== false) return false;
  const principal = statement.get('Principal');
  return principal.text() === '*' || oneOrMore(principal.get('AWS')).includes('*');
}

// The rules are JSON in a text, which CloudFormation doesn't parse.
function readRules(text: Fact<string | undefined>): Fact<readonly LifecycleRuleFacts[]> {
  if (text instanceof Unknown) return text;
  return text === undefined ? [] : rulesIn(text)?.map(asRecord).map(readRule) ?? new Unknown('the lifecycle policy is not JSON with rules');
}

function rulesIn(text: string): readonly unknown[] | undefined {
  try {
    const { rules } = asRecord(JSON.parse(text));
    return Array.isArray(rules) ? rules : undefined;
  } catch {
    return undefined;
  }
}

function readRule(rule: Readonly<Record<string, unknown>>): LifecycleRuleFacts {
  const { tagStatus, tagPrefixList, tagPatternList, countType, countNumber, countUnit } = asRecord(rule.selection);
  return {
    priority: typeof rule.rulePriority === 'number' ? rule.rulePriority : undefined,
    action: oneOf(asRecord(rule.action).type, 'expire', 'transition'),
    tagStatus: oneOf(tagStatus, 'any', 'tagged', 'untagged'),
    tagPatterns: [...textsIn(tagPatternList), ...textsIn(tagPrefixList).map((prefix) => `${prefix}*`)],
    tagLists: [...textsIn(tagPrefixList).length === 0 ? [] : ['tagPrefixList' as const], ...textsIn(tagPatternList).length === 0 ? [] : ['tagPatternList' as const]],
    countType: typeof countType === 'string' ? countType : new Unknown('the rule counts nothing'),
    count: typeof countNumber === 'number' ? countNumber : new Unknown('the rule has no number'),
    countUnit: typeof countUnit === 'string' ? countUnit : undefined,
  };
}

function oneOf<W extends string>(written: unknown, ...words: readonly W[]): Fact<W> {
  return words.find((word) => word === written) ?? new Unknown('it is written in a form that ECR does not take');
}

function textsIn(written: unknown): readonly string[] {
  return Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [];
}
