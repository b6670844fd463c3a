import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Stack, Token, Tokenization } from 'aws-cdk-lib/core';
import { propertyOf } from './property-of';
import type { ServiceConnectEndpoint } from './service-connect-endpoint';
import type { PlannedEndpoint } from './service-connect-facts';
import { checkSeconds, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkKind } from '../checks/check-kind';
import { claimant } from '../connect/namespace-members';
import { refuse } from '../gotchas/enforce';
import { scAliasTaken } from '../gotchas/sc/sc-alias-taken';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html';
const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html';

/** The namespace that is set, or else that of the cluster. */
export function namespaceFor(at: string, { service }: IEcsWorkload, namespace?: cloudmap.INamespace): cloudmap.INamespace {
  checkKind(at, 'namespace', namespace, 'namespaceId', "a cloudmap.INamespace: new cloudmap.HttpNamespace(this, 'Mesh', { name: 'shop' })");
  return namespace ?? service.cluster.defaultCloudMapNamespace ?? refuse({
    headline: 'namespace is left out, and the cluster has no default namespace',
    at,
    property: 'namespace',
    fix: 'pass a namespace that all services of the mesh share, or add one to the cluster with addDefaultCloudMapNamespace',
    docs: DOCS,
  });
}

/** Throws for a service that has Service Connect on: the second configuration would replace the first. */
export function checkOnce(at: string, service: ecs.BaseService): void {
  const { serviceConnectConfiguration } = cfnServiceOf(service);
  if (Stack.of(service).resolve(serviceConnectConfiguration) === undefined) return;
  refuse({
    headline: 'service has Service Connect on already',
    at,
    property: 'service',
    fix: 'list all of its endpoints in one ServiceConnectDiscovery, and remove serviceConnectConfiguration and enableServiceConnect',
    docs: DOCS,
  });
}

/** Throws for numbers and times that ECS refuses. */
export function checkEndpoint(at: string, endpoint: ServiceConnectEndpoint): void {
  const property = (name: string) => propertyOf(endpoint, name);
  for (const name of ['port', 'containerPort', 'ingressPortOverride'] as const) {
    // ECS refuses a privileged port for the proxy.
    checkWholeNumber(at, property(name), endpoint[name], { min: name === 'ingressPortOverride' ? 1025 : 1, max: 65535, docs: API });
  }
  for (const name of ['idleTimeout', 'perRequestTimeout'] as const) {
    checkSeconds(at, property(name), endpoint[name], {
      min: 0, max: MAX_INT, docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
    });
  }
}

/** Throws for a name, or a name with a port, that the namespace has already, here or in another service of the app. */
export function checkNames(at: string, service: ecs.BaseService, namespace: string, planned: readonly PlannedEndpoint[]): void {
  const own = new Map<string, string>();
  for (const { property, name } of planned.flatMap(claimsOf)) {
    const taken = claimant(service, namespace, name) ?? own.get(name);
    own.set(name, at);
    if (taken === undefined) continue;
    refuse({
      headline: `${property} is '${name}', which ${taken === at ? 'another endpoint here' : `'${taken}'`} has in the namespace already`,
      gotcha: scAliasTaken,
      at,
      property,
      fix: taken === at ? `choose another ${property.split('.')[1]}` : `choose another ${property.split('.')[1]} here or in '${taken}', or another namespace`,
    });
  }
}

/** The names that an endpoint takes: its own, and the one that callers use with the port. */
export function claimsOf({ endpoint, mapping }: PlannedEndpoint): readonly { readonly property: string; readonly name: string }[] {
  const { name, dnsName = name, port = mapping.containerPort } = endpoint;
  return [
    { property: propertyOf(endpoint, 'name'), name },
    { property: propertyOf(endpoint, endpoint.dnsName === undefined ? 'port' : 'dnsName'), name: `${dnsName}:${Tokenization.stringifyNumber(port)}` },
  ].filter((claim) => !Token.isUnresolved(claim.name) && !Token.isUnresolved(name));
}
