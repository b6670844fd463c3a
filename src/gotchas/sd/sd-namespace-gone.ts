import { defineLiveGotcha } from '../definition';

export const sdNamespaceGone = defineLiveGotcha({
  id: 'sd-namespace-gone',
  title: 'The namespace of a service was deleted',
  consequence: 'never-works',
  symptom: '`NamespaceNotFoundException` in a deployment, and names that don\'t resolve.',
  why: 'Tasks register nowhere, names of the namespace don\'t resolve, and the next deployment fails.',
  rule: 'The Cloud Map namespaces and services that a service names exist.',
  fix: 'create the namespace again and deploy, or remove it from the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  causalRank: 'start',
});
