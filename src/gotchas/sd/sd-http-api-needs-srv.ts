import { known, knownOf } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const sdHttpApiNeedsSrv = defineGotcha({
  id: 'sd-http-api-needs-srv',
  title: 'An HTTP API before tasks that register without their port',
  consequence: 'never-works',
  symptom: 'Every request to the API is answered with `{"message":"Service Unavailable"}` and 503.',
  why: 'API Gateway asks Cloud Map for the address and the port of a task. ECS writes the port down only where the Cloud Map service has SRV records.',
  rule: 'A Cloud Map service that an API of API Gateway sends requests to, and that an ECS service registers in, has SRV records.',
  fix: 'use SRV records, and name the container and its port in serviceRegistries',
  docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  levels: ['synth'],
  designedOut: '`HttpApiTarget.tasks` makes a Cloud Map service with SRV records.',
  subject: 'registry',
  needs: ['behindApi', 'recordTypes', 'registrants'],
  check: ({ behindApi, recordTypes, registrants }) => {
    if (!behindApi || registrants.length === 0 || knownOf(recordTypes).includes('SRV')) return [];
    return [{ property: 'dnsRecordType', detail: `dnsRecordType (${recordTypes.map(known).join(', ') || 'none'}) contains no port, and an API needs one for its requests` }];
  },
});
