import { defineLiveGotcha } from '../definition';

export const tdPrivateRegistryCredentials = defineLiveGotcha({
  id: 'td-private-registry-credentials',
  title: 'A registry requires credentials that the container does not have',
  consequence: 'rejected',
  symptom: '`pull access denied for …, repository does not exist or may require \'docker login\'`',
  why: 'ECS pulls from a registry other than ECR without signing in, unless repositoryCredentials name a secret with a user name and a password. Registries answer the same for an image that does not exist.',
  rule: 'An image outside of ECR is public, or its container has `repositoryCredentials` that the registry accepts.',
  fix: 'correct the name of the image if it is a public one; else put {"username": …, "password": …} into a secret, name it in repositoryCredentials, and allow the execution role to read it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  causalRank: 'start',
});
