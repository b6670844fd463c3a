import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const scAliasTaken = defineGotcha({
  id: 'sc-alias-taken',
  title: 'Two services with one name in a Service Connect namespace',
  consequence: 'rejected',
  symptom: '`SC service is already used by …`, when the second service is created.',
  why: 'A discovery name and an alias with its port are of one service in a namespace: ECS refuses the second to claim it, and the stack rolls back.',
  rule: 'In one namespace a `discoveryName` (the port name unless set) is of 1 service, and so is a `dnsName` with its port.',
  fix: 'set a different discoveryName and client alias on each service, or another namespace',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
  levels: ['synth'],
  designedOut: '`ServiceConnectDiscovery` refuses a name that another service of the app has in the namespace.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => !connect ? [] : each(known(connect.endpoints), ({ claimedBy }) => known(claimedBy).map(({ property, name, service }) => ({
    property, detail: `${property} (${name}) is also of ${service}, in the same namespace`,
  }))),
});
