import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const scNamespaceNotAwaited = defineGotcha({
  id: 'sc-namespace-not-awaited',
  title: 'A service with the name of a namespace that may not exist yet',
  consequence: 'misbehaves',
  symptom: '`NamespaceNotFoundException: Failed to retrieve namespace for …`, in some first deployments of the stack and not in others; or services that run and don\'t find each other.',
  why: 'A name is no reference: CloudFormation creates the service and the namespace in parallel. A service that is first ends in NamespaceNotFoundException, '
    + 'or in another namespace of that name, in which the other services don\'t search.',
  rule: 'A service with the name of a namespace of its own stack depends on it. A reference to the ARN or the id is a dependency, the name alone isn\'t.',
  fix: 'set the ARN of the namespace (namespaceArn in the CDK) in place of its name, or make the service depend on it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html',
  levels: ['synth'],
  designedOut: '`ServiceConnectDiscovery` refers to the namespace by its ARN.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => !connect || known(connect.namespace) !== 'not-awaited' ? [] : [{
    property: 'serviceConnectConfiguration.namespace', detail: 'namespace (by its name) is made in the same stack, and the service doesn\'t wait for it',
  }],
});
