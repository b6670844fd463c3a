import { defineGotcha } from '../definition';

export const scDefaultNamespaceTwice = defineGotcha({
  id: 'sc-default-namespace-twice',
  title: 'A cluster and its stack both make the default namespace',
  consequence: 'misbehaves',
  symptom: 'Some first deployments of the stack fail because a namespace of that name exists already; in others the services don\'t find each other.',
  why: 'A cluster that has the name of a namespace makes one where there is none. CloudFormation makes the cluster and the namespace of the stack side by side: the second of '
    + 'the two fails, or there are two namespaces of one name.',
  rule: 'A cluster whose `serviceConnectDefaults` has the name of a namespace of its own stack depends on it, as a reference to its ARN does.',
  fix: 'set serviceConnectDefaults to the ARN of the namespace, or make the cluster depend on it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterServiceConnectDefaultsRequest.html',
  levels: ['synth'],
  subject: 'cluster',
  needs: ['defaultNamespace'],
  check: ({ defaultNamespace }) => defaultNamespace !== 'not-awaited' ? [] : [{
    property: 'serviceConnectDefaults.namespace', detail: 'namespace (by its name) is created by the stack too, and the cluster doesn\'t wait for it',
  }],
});
