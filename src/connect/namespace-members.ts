import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { IConstruct } from 'constructs';

/** Names and roles of the services of one app in a Service Connect namespace. */
interface Members {
  readonly servers: ecs.BaseService[];
  /** The path of who has a name already, by the name. */
  readonly claims: Map<string, string>;
}

/** Members and names of each Service Connect namespace of the app. */
const NAMESPACES = new WeakMap<IConstruct, Map<string, Members>>();
/** The Service Connect namespace of a service. */
const NAMESPACE_OF = new WeakMap<ecs.BaseService, string>();

/** Identifies a namespace, even if it was imported several times. */
export function keyOf(namespace: cloudmap.INamespace): string {
  return namespace.namespaceArn;
}

/** The namespace that a service calls others through. */
export function namespaceOf(service: ecs.BaseService): string | undefined {
  return NAMESPACE_OF.get(service);
}

export function join(service: ecs.BaseService, namespace: string): void {
  NAMESPACE_OF.set(service, namespace);
}

export function serve(service: ecs.BaseService, namespace: string): void {
  membersOf(service, namespace).servers.push(service);
}

export function serversOf(scope: IConstruct, namespace: string): readonly ecs.BaseService[] {
  return membersOf(scope, namespace).servers;
}

/** Service that already uses the name, if any. */
export function claimant(scope: IConstruct, namespace: string, name: string): string | undefined {
  return membersOf(scope, namespace).claims.get(name);
}

export function claim(scope: IConstruct, namespace: string, name: string, path: string): void {
  membersOf(scope, namespace).claims.set(name, path);
}

function membersOf(scope: IConstruct, namespace: string): Members {
  const { root } = scope.node;
  const namespaces = NAMESPACES.get(root) ?? new Map<string, Members>();
  NAMESPACES.set(root, namespaces);
  const members = namespaces.get(namespace) ?? { servers: [], claims: new Map<string, string>() };
  namespaces.set(namespace, members);
  return members;
}
