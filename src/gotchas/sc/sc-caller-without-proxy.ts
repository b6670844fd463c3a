import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const scCallerWithoutProxy = defineGotcha({
  id: 'sc-caller-without-proxy',
  title: 'A caller uses a name of Service Connect, and has no proxy that knows it',
  consequence: 'misbehaves',
  symptom: '`getaddrinfo ENOTFOUND`, `Name or service not known` or `could not resolve host` in the logs of the caller.',
  why: 'The names of Service Connect are no records of DNS: ECS writes them into the tasks of services that are in the namespace themselves. Functions, single tasks and other services find none of them.',
  rule: 'The environment of a function, or of a service without `serviceConnectConfiguration`, has no name of an endpoint of Service Connect, unless a record of DNS in the app has it too.',
  fix: 'add a serviceConnectConfiguration in the namespace to the caller, and make it depend on the service that it calls',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html',
  levels: ['synth'],
  avoidedBy: '`connectTo` refuses services that cannot reach each other.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => connect === undefined ? [] : known(connect.outsideCallers).map(({ name, isFunction, host }) => ({
    property: 'serviceConnectConfiguration.services',
    detail: `dnsName (${host}) is in the environment of ${name}, which has no proxy of Service Connect`,
    fix: isFunction ? `register the service in Cloud Map with records of DNS, or put a load balancer in front of it, and call that from ${name}` : undefined,
  })),
});
