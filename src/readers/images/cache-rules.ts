import { readImage } from '../tasks/containers';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import type { CacheRuleFacts } from '../../facts/cache-rule';
import { Unknown, type Fact } from '../../facts/fact';

/** The rules of pull-through caches of the app that images of containers come through. */
export function readCacheRules(containers: Value): Fact<readonly CacheRuleFacts[]> {
  const rules = rulesOf(containers.app);
  if (rules.length === 0) return [];
  const items = containers.items();
  if (items instanceof Unknown) return items;
  const names = items.flatMap((container) => {
    const { repository } = readImage(container.get('Image'));
    return repository === undefined || repository instanceof Unknown ? [] : [repository.arn.slice(repository.arn.indexOf('repository/') + 'repository/'.length)];
  });
  return rules.flatMap(({ rule, prefix }) => {
    const behind = names.filter((name) => name.startsWith(`${prefix}/`)).map((name) => name.slice(prefix.length + 1));
    return behind.length === 0 ? [] : [readRule(rule, prefix, [...new Set(behind)])];
  });
}

interface Rule {
  readonly rule: Resource;
  readonly prefix: string;
}

const rulesOf = memoize((app: App): readonly Rule[] => app.ofType('AWS::ECR::PullThroughCacheRule').flatMap((rule) => {
  const prefix = rule.properties.get('EcrRepositoryPrefix').text();
  return typeof prefix === 'string' ? [{ rule, prefix }] : [];
}));

function readRule({ logicalId, properties }: Resource, prefix: string, imageNames: readonly string[]): CacheRuleFacts {
  const credential = properties.get('CredentialArn');
  return {
    shownAs: logicalId,
    prefix,
    upstreamUrl: properties.get('UpstreamRegistryUrl').text(),
    upstreamName: properties.get('UpstreamRegistry').text(),
    hasCredential: credential.isSet(),
    secretName: readSecretName(credential),
    imageNames,
  };
}

function readSecretName(credential: Value): Fact<string | undefined> {
  const [piece] = credential.pieces();
  if (piece instanceof Reference && piece.resource.type === 'AWS::SecretsManager::Secret') return piece.resource.properties.get('Name').text();
  const text = credential.pieces().map((one) => (typeof one === 'string' ? one : '')).join('');
  return /:secret:([^:]+)/.exec(text)?.[1] ?? new Unknown('the secret is known when the stack is deployed');
}
