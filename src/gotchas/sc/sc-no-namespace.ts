import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const scNoNamespace = defineGotcha({
  id: 'sc-no-namespace',
  title: 'Service Connect without a namespace',
  consequence: 'rejected',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` about its namespace.',
  why: 'Services find each other within one Cloud Map namespace: that of the service, else the default of its cluster. Without either ECS refuses the service.',
  rule: 'A service with Service Connect on has a `namespace`, or its cluster has one in `serviceConnectDefaults`.',
  fix: 'set a namespace on the service, or serviceConnectDefaults on the cluster',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html',
  levels: ['synth'],
  designedOut: '`ServiceConnectDiscovery` refuses a service without a namespace where the cluster has no default.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => !connect || known(connect.namespace) !== 'none' ? [] : [{
    property: 'serviceConnectConfiguration.namespace', detail: 'namespace (none) is neither in the service nor in the defaults of its cluster',
  }],
});
