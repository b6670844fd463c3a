import type { App } from './app';
import { once } from './memo';
import { Reference } from './resolve';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import type { RepositoryFacts } from '../facts/repository';

/** A repository of the app. */
export function readRepository(repository: Resource): RepositoryFacts {
  const { properties, template } = repository;
  const mutability = properties.get('ImageTagMutability').text();
  return {
    isOpenToAll: readOpenness(properties.get('RepositoryPolicyText')),
    isUsed: repositoriesInUse(template.app).has(repository),
    tagsAreMutable: mutability instanceof Unknown ? mutability : mutability === undefined || mutability === 'MUTABLE',
  };
}

function readOpenness(policy: Value): Fact<boolean> {
  const statements = policy.get('Statement').items();
  if (statements instanceof Unknown) return statements;
  const open = statements.map(isOpen);
  return open.includes(true) || (open.find((one) => one instanceof Unknown) ?? false);
}

function isOpen(statement: Value): Fact<boolean> {
  if (statement.get('Effect').text() !== 'Allow' || statement.get('Condition').isSet() !== false) return false;
  const principal = statement.get('Principal');
  return principal.text() === '*' || principal.get('AWS').text() === '*';
}

const repositoriesInUse = once((app: App): ReadonlySet<Resource> => {
  const containers = app.ofType('AWS::ECS::TaskDefinition').flatMap(({ properties }) => {
    const items = properties.get('ContainerDefinitions').items();
    return items instanceof Unknown ? [] : items;
  });
  return new Set(containers.flatMap((container) => container.get('Image').pieces())
    .flatMap((piece) => piece instanceof Reference ? [piece.resource] : []));
});
