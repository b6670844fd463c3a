import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { Dependable, type IConstruct } from 'constructs';
import { serversOf } from './namespace-members';
import { leadsTo } from './stack-references';
import { cfnServiceOf } from '../workload/cfn-service';

/** Services that must be created before a service. */
const SERVERS = new WeakMap<ecs.BaseService, Set<ecs.BaseService>>();

/** Creates the server first: tasks of the client know only the endpoints that exist when they start. */
export function startServerFirst(client: ecs.BaseService, server: ecs.BaseService): void {
  const servers = SERVERS.get(client);
  if (servers) {
    servers.add(server);
    return;
  }
  SERVERS.set(client, new Set([server]));
  waitFor(client, () => [...SERVERS.get(client)!].filter((one) => !calls(one, client)));
}

/** Creates all servers of the namespace in the stack first, for a client without `connectTo`. */
export function startAnyServerFirst(client: ecs.BaseService, namespace: string): void {
  waitFor(client, () => (SERVERS.has(client) ? [] : serversOf(client, namespace).filter((server) => Stack.of(server) === Stack.of(client))));
}

/** Adds the dependencies at synthesis, when all of the app is defined. */
function waitFor(client: ecs.BaseService, servers: () => readonly ecs.BaseService[]): void {
  const waits = {};
  Dependable.implement(waits, {
    get dependencyRoots(): IConstruct[] {
      return servers().filter((server) => server !== client && !leadsTo(Stack.of(server), Stack.of(client))).map(cfnServiceOf);
    },
  });
  cfnServiceOf(client).node.addDependency(waits);
}

/** Two services that call each other can't both be first: neither waits then. */
function calls(client: ecs.BaseService, server: ecs.BaseService, seen = new Set<ecs.BaseService>()): boolean {
  if (client === server) return true;
  if (seen.has(client)) return false;
  seen.add(client);
  return [...SERVERS.get(client) ?? []].some((next) => calls(next, server, seen));
}
