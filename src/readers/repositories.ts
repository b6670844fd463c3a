import type { App } from '../cloudformation/app';
import { asRecord } from '../cloudformation/json';
import { memoize } from '../cloudformation/memoize';
import { Reference } from '../cloudformation/resolved';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { Unknown, type Fact } from '../facts/fact';
import type { ExpiryRuleFacts, RepositoryFacts } from '../facts/repository';

/** A repository of the app. */
export function readRepository(repository: Resource): RepositoryFacts {
  const { properties, template } = repository;
  const mutability = properties.get('ImageTagMutability').text();
  return {
    isOpenToAll: readOpenness(properties.get('RepositoryPolicyText')),
    isUsed: repositoriesInUse(template.app).has(repository),
    tagsAreMutable: mutability instanceof Unknown ? mutability : mutability === undefined || mutability === 'MUTABLE',
    expiryRules: readExpiryRules(properties.at('LifecyclePolicy', 'LifecyclePolicyText').text()),
  };
}

function readOpenness(policy: Value): Fact<boolean> {
  const document = policy.document();
  if (document instanceof Unknown) return document;
  const statements = document.get('Statement').items();
  if (statements instanceof Unknown) return statements;
  const open = statements.map(isOpen);
  return open.includes(true) || (open.find((one) => one instanceof Unknown) ?? false);
}

function isOpen(statement: Value): Fact<boolean> {
  if (statement.get('Effect').text() !== 'Allow' || statement.get('Condition').isSet() !== false) return false;
  const principal = statement.get('Principal');
  return principal.text() === '*' || principal.get('AWS').text() === '*';
}

const repositoriesInUse = memoize((app: App): ReadonlySet<Resource> => {
  const containers = app.ofType('AWS::ECS::TaskDefinition').flatMap(({ properties }) => {
    const items = properties.get('ContainerDefinitions').items();
    return items instanceof Unknown ? [] : items;
  });
  return new Set(containers.flatMap((container) => container.get('Image').pieces())
    .flatMap((piece) => piece instanceof Reference ? [piece.resource] : []));
});

// The rules are JSON in a text, which CloudFormation doesn't parse.
function readExpiryRules(text: Fact<string | undefined>): Fact<readonly ExpiryRuleFacts[]> {
  if (text instanceof Unknown) return text;
  if (text === undefined) return [];
  try {
    const { rules } = asRecord(JSON.parse(text));
    return (Array.isArray(rules) ? rules : []).map(asRecord).filter(({ action }) => asRecord(action).type === 'expire').map(readExpiryRule);
  } catch {
    return new Unknown('the lifecycle policy is not JSON');
  }
}

function readExpiryRule(rule: Readonly<Record<string, unknown>>): ExpiryRuleFacts {
  const { tagStatus, tagPrefixList, tagPatternList, countType, countNumber } = asRecord(rule.selection);
  const isOnlySome = tagPrefixList !== undefined || (Array.isArray(tagPatternList) && !tagPatternList.includes('*'));
  return {
    isForAll: tagStatus === 'any' || (tagStatus === 'tagged' && !isOnlySome),
    countType: typeof countType === 'string' ? countType : new Unknown('the rule counts nothing'),
    count: typeof countNumber === 'number' ? countNumber : new Unknown('the rule has no number'),
  };
}
