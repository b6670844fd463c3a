import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ACCOUNT = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
const SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:';
const HUB = { UpstreamRegistryUrl: 'registry-1.docker.io', CredentialArn: `${SECRET}ecr-pullthroughcache/hub-AbCdEf` };

function cached(stack: Stack, rule: Properties, image: unknown = `${ACCOUNT}/upstream/library/nginx:1.27`): void {
  resource(stack, 'Rule', 'AWS::ECR::PullThroughCacheRule', { EcrRepositoryPrefix: 'upstream', ...rule });
  fargateTask(stack, {}, { Image: image });
}

function withSecret(stack: Stack, Name?: string): void {
  cached(stack, { ...HUB, CredentialArn: resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { Name }).ref });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Docker Hub has no credential', caught: true, app: (stack) => cached(stack, { ...HUB, CredentialArn: undefined }) },
  { name: 'GitHub has no credential', caught: true, app: (stack) => cached(stack, { UpstreamRegistry: 'github-container-registry' }) },
  { name: 'the secret has another name', caught: true, app: (stack) => cached(stack, { ...HUB, CredentialArn: `${SECRET}hub-AbCdEf` }) },
  { name: 'the secret of the app has another name', caught: true, app: (stack) => withSecret(stack, 'docker-hub') },
  { name: 'the secret of the app has no name', caught: true, app: (stack) => withSecret(stack) },
  { name: 'the address is that of the website', caught: true, app: (stack) => cached(stack, { ...HUB, UpstreamRegistryUrl: 'docker.io' }) },
  { name: 'the address has a scheme', caught: true, app: (stack) => cached(stack, { UpstreamRegistryUrl: 'https://public.ecr.aws' }) },
  { name: 'an official image has no namespace', caught: true, consequence: 'never-works', app: (stack) => cached(stack, HUB, `${ACCOUNT}/upstream/nginx:1.27`) },
  { name: 'the secret has the prefix', caught: false, app: (stack) => withSecret(stack, 'ecr-pullthroughcache/hub') },
  { name: 'the public gallery needs none', caught: false, app: (stack) => cached(stack, { UpstreamRegistryUrl: 'public.ecr.aws' }, `${ACCOUNT}/upstream/nginx/nginx:1.27`) },
  { name: 'no container runs its images', caught: false, app: (stack) => cached(stack, { UpstreamRegistryUrl: 'docker.io' }, `${ACCOUNT}/shop:1`) },
  { name: 'a parameter names the secret', caught: false, notChecked: true, app: (stack) => cached(stack, { ...HUB, CredentialArn: parameter(stack) }) },
];
