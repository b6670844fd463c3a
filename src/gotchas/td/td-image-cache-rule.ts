import type { CacheRuleFacts } from '../../facts/cache-rule';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';

const SECRETS = 'ecr-pullthroughcache/';
const DOCKER_HUB = 'registry-1.docker.io';

/** Registries that are read with a credential only, by their addresses and by the names that ECR has for them. */
const WITH_CREDENTIAL = /^(registry-1\.docker\.io|ghcr\.io|registry\.gitlab\.com|[\w-]+\.azurecr\.io|docker-hub|github-container-registry|gitlab-container-registry|azure-container-registry)$/;

/** Addresses that are close to one that ECR has, and are none. */
const WRONG = /:\/\/|\/|^(index\.|www\.)?docker\.(io|com)$|^hub\.docker\.com$|^registry\.hub\.docker\.com$|^k8s\.gcr\.io$|^(www\.)?gitlab\.com$|^(www\.)?github\.com$/;

export const tdImageCacheRule = defineGotcha({
  id: 'td-image-cache-rule',
  title: 'A pull-through cache that can\'t get the image of a container',
  consequence: 'rejected',
  symptom: '`UnsupportedUpstreamRegistryException`, `The ARN of the secret specified in the pull through cache rule is invalid`, or `CannotPullContainerError: … not found` when a task starts.',
  why: 'ECR copies images from a fixed list of registries. Docker Hub, GitHub, GitLab and Azure are read with a credential only, from a secret whose name begins with ecr-pullthroughcache/. Official images of Docker Hub are in the namespace library, which ECR does not add.',
  rule: 'A rule whose images containers run has an upstream address of ECR\'s list, as in `registry-1.docker.io`, without a scheme or a path. For Docker Hub, ghcr.io, registry.gitlab.com and azurecr.io it has a `credentialArn`, of a secret with the prefix `ecr-pullthroughcache/`. '
    + 'An image of Docker Hub is named with its namespace: `<prefix>/library/nginx`.',
  fix: 'set the upstream registry and its credential as ECR has them',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-rule.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['cacheRules'],
  check: ({ cacheRules }) => each(cacheRules, (rule) => all(() => upstream(rule), () => credential(rule), () => officialImages(rule))),
});

function found({ shownAs }: CacheRuleFacts, property: string, value: string, what: string, fix: string): readonly Result[] {
  return [{ property: 'image', detail: `${property} (${value}) of the cache rule ${shownAs} ${what}`, fix }];
}

function upstream(rule: CacheRuleFacts): readonly Result[] {
  const url = known(rule.upstreamUrl);
  if (url === undefined || !WRONG.test(url)) return [];
  const isDockerHub = url.includes('docker');
  return found(rule, 'upstreamRegistryUrl', url, 'is not an address that ECR copies from', isDockerHub ? `set upstreamRegistryUrl to ${DOCKER_HUB}` : 'set the name of the host alone, as in ghcr.io');
}

function credential(rule: CacheRuleFacts): readonly Result[] {
  const registry = known(rule.upstreamUrl) ?? known(rule.upstreamName) ?? '';
  if (!known(rule.hasCredential)) {
    return WITH_CREDENTIAL.test(registry)
      ? found(rule, 'credentialArn', 'not set', `is needed for ${registry}`, `name a secret whose name begins with ${SECRETS}, with username and accessToken`) : [];
  }
  const name = known(rule.secretName);
  if (name?.startsWith(SECRETS)) return [];
  return found(rule, 'credentialArn', name ?? 'a name that CloudFormation makes up', `names a secret without the prefix ${SECRETS}`, `set the name of the secret to ${SECRETS}<name>`);
}

function officialImages(rule: CacheRuleFacts): readonly Result[] {
  const registry = known(rule.upstreamUrl) ?? known(rule.upstreamName);
  if (registry !== DOCKER_HUB && registry !== 'docker-hub') return [];
  // With a hole in it, the name may have a namespace.
  return rule.imageNames.filter((name) => /^[a-z0-9._-]+$/.test(name)).map((name) => ({
    property: 'image',
    consequence: 'never-works',
    detail: `image (${rule.prefix}/${name}) lacks the namespace that Docker Hub has it in`,
    fix: `name the image ${rule.prefix}/library/${name}`,
  }));
}
