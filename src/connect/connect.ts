import { Stack, Token, Tokenization } from 'aws-cdk-lib/core';
import { variableFor } from './environment-variable';
import { namespaceOf } from './namespace-members';
import { openToCaller } from './security-groups';
import { addressesOf, KINDS, type ServiceAddress } from './service-addresses';
import { leadsTo, recordReference } from './stack-references';
import { startServerFirst } from './start-order';
import { checkText } from '../checks/arguments';
import { checkVariable } from '../checks/environment-variable';
import { checkOneVpc } from '../checks/one-vpc';
import { written } from '../checks/written';
import { refuse } from '../gotchas/enforce';
import type { ConnectOptions, ServiceEndpoint } from '../workload/connect-options';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/interconnecting-services.html';

/** Connects one service to another: allows the traffic, passes the address, and creates the server first where that matters. */
export function connect(caller: IEcsWorkload, other: IEcsWorkload, options: ConnectOptions = {}): ServiceEndpoint {
  const at = caller.node.path;
  checkService(at, other);
  checkText(at, 'scheme', options.scheme, /^[a-z][a-z0-9+.-]*$/, "have lower-case letters, digits, '+', '.' and '-', and begin with a letter");
  const way = choose(at, caller, other, options);
  const variable = options.environmentVariable ?? variableFor(way.name);
  checkVariable(at, caller.mainContainer, variable);
  const endpoint = endpointOf(way, options.scheme ?? way.scheme);
  refer(at, caller, other, endpoint);

  if (way.gatekeeper) checkOneVpc(caller, 'connectTo', caller, way.gatekeeper);
  openToCaller(caller, other.service, way);
  caller.mainContainer.addEnvironment(variable, endpoint.url);
  if (way.kind === 'service-connect') startServerFirst(caller.service, other.service);
  return endpoint;
}

/** Throws for a value that is no service. The types rule it out, except in JavaScript. */
function checkService(at: string, other: Partial<IEcsWorkload> | undefined): void {
  if (other?.service && other.node) return;
  refuse({
    headline: `connectTo is called with ${written(other)}, it must be a service`,
    at,
    property: 'connectTo',
    fix: 'pass a service of this library, or EcsWorkload.fromService(service)',
  });
}

function choose(at: string, caller: IEcsWorkload, other: IEcsWorkload, { endpoint }: ConnectOptions): ServiceAddress {
  const path = other.node.path;
  if (caller.service === other.service) {
    refuse({ headline: `connectTo is called for '${path}' itself`, at, property: 'connectTo', fix: 'call localhost inside a task' });
  }
  const announced = addressesOf(other.service);
  const named = endpoint === undefined ? announced : announced.filter(({ name }) => name === endpoint);
  if (named.length === 0) refuseUnknown(at, path, announced, endpoint);
  const usable = named.filter(({ namespace }) => namespace === undefined || namespace === namespaceOf(caller.service));
  if (usable.length === 0) {
    refuse({
      headline: `'${path}' is reached through Service Connect, and '${at}' is not in its namespace`,
      at,
      property: 'connectTo',
      fix: `add a ServiceConnectDiscovery in the namespace of '${path}' to '${at}', before connectTo; without endpoints if it has no callers`,
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
    });
  }
  const [best, second] = KINDS.map((kind) => usable.filter((one) => one.kind === kind)).find(({ length }) => length > 0)!;
  if (second) {
    refuse({
      headline: `'${path}' can be called at ${usable.map(({ name }) => `'${name}'`).join(', ')}`,
      at,
      property: 'connectTo',
      fix: `choose one: connectTo(…, { endpoint: '${best.name}' })`,
      docs: DOCS,
    });
  }
  return best;
}

function refuseUnknown(at: string, path: string, announced: readonly ServiceAddress[], endpoint?: string): never {
  return refuse(announced.length > 0 ? {
    headline: `endpoint is '${endpoint}', '${path}' is called at ${announced.map(({ name }) => `'${name}'`).join(', ')}`,
    at,
    property: 'endpoint',
    fix: 'use one of these names, or leave endpoint out',
    docs: DOCS,
  } : {
    headline: `'${path}' has no address yet that other services can call`,
    at,
    property: 'connectTo',
    fix: `add one of these to '${path}' before connectTo, without signIn: a ServiceConnectDiscovery, a CloudMapDiscovery in network mode awsvpc, its own load balancer, or a host name on a shared load balancer of this app`,
    docs: DOCS,
  });
}

const PORT_OF: { readonly [scheme: string]: number | undefined } = { http: 80, https: 443 };

function endpointOf({ hostName, port }: ServiceAddress, scheme: string): ServiceEndpoint {
  return { hostName, port, url: `${scheme}://${hostName}${port === PORT_OF[scheme] ? '' : `:${Tokenization.stringifyNumber(port)}`}` };
}

/** A name that only the deployment knows is a reference to the other stack, and those go one way. */
function refer(at: string, caller: IEcsWorkload, other: IEcsWorkload, { url }: ServiceEndpoint): void {
  const [here, there] = [Stack.of(caller.service), Stack.of(other.service)];
  if (!Token.isUnresolved(url) || here === there) return;
  if (leadsTo(there, here)) {
    refuse({
      headline: `'${other.node.path}' has an address that is known only at deployment, and its stack is deployed after this one`,
      at,
      property: 'connectTo',
      fix: 'use a name that is known at synthesis: a domainName, a ServiceConnectDiscovery or a CloudMapDiscovery',
      docs: DOCS,
    });
  }
  recordReference(here, there);
}
