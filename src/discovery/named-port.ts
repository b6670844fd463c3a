import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { propertyOf } from './property-of';
import { ServiceConnectProtocol, type ServiceConnectEndpoint } from './service-connect-endpoint';
import { refuse } from '../gotchas/enforce';
import { scPortName } from '../gotchas/sc/sc-port-name';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html';

/** The port mapping behind an endpoint, with the name and the protocol that it is going to have. */
export interface NamedPort {
  readonly container: ecs.ContainerDefinition;
  readonly mapping: ecs.PortMapping;
  readonly portName: string;
  readonly appProtocol: ServiceConnectProtocol;
}

/** Finds the port of an endpoint. Throws where there is none, or where it is called something else already. */
export function findPort(at: string, task: ecs.TaskDefinition, main: ecs.ContainerDefinition, endpoint: ServiceConnectEndpoint): NamedPort {
  const property = (name: string) => propertyOf(endpoint, name);
  const container = endpoint.containerName === undefined ? main : task.findContainer(endpoint.containerName) ?? refuse({
    headline: `${property('containerName')} is ${written(endpoint.containerName)}, no container of the task is called that`,
    at,
    property: property('containerName'),
    fix: `use the name of a container of the task, or leave it out for '${main.containerName}'`,
    docs: DOCS,
  });
  const mapping = endpoint.containerPort === undefined
    ? container.portMappings[0]
    : container.findPortMapping(endpoint.containerPort, ecs.Protocol.TCP);
  if (!mapping) {
    refuse({
      headline: endpoint.containerPort === undefined
        ? `${property('containerPort')} is left out, and container '${container.containerName}' has no port`
        : `${property('containerPort')} is ${written(endpoint.containerPort)}, which container '${container.containerName}' does not map as TCP`,
      gotcha: scPortName,
      at,
      property: property('containerPort'),
      fix: 'add the port to containerPorts of the container',
      docs: DOCS,
    });
  }
  const [given, asked] = [{ portName: mapping.name, appProtocol: protocolOf(mapping) }, endpoint];
  for (const name of ['portName', 'appProtocol'] as const) {
    const [is, wanted] = [given[name], asked[name]];
    if (is === undefined || wanted === undefined || is === wanted) continue;
    refuse({
      headline: `${property(name)} is ${written(wanted)}, the port mapping has ${written(is)}`,
      gotcha: scPortName,
      at,
      property: property(name),
      fix: `leave ${name} out, or set the same value in both places`,
      docs: DOCS,
    });
  }
  return {
    container,
    mapping,
    portName: given.portName ?? endpoint.portName ?? endpoint.name,
    appProtocol: given.appProtocol ?? endpoint.appProtocol ?? ServiceConnectProtocol.HTTP,
  };
}

/** Writes name and protocol into the port mapping, which the container has had since before it had a name. */
export function nameIt({ container, mapping, portName, appProtocol }: NamedPort): void {
  const { portMappings } = container;
  portMappings[portMappings.indexOf(mapping)] = { ...mapping, name: portName, appProtocol: IN_TEMPLATE[appProtocol] };
}

/** Without an appProtocol it is TCP. */
const IN_TEMPLATE: { readonly [protocol in ServiceConnectProtocol]: ecs.AppProtocol | undefined } = {
  http: ecs.AppProtocol.http, http2: ecs.AppProtocol.http2, grpc: ecs.AppProtocol.grpc, tcp: undefined,
};

/** Protocol of a port that already has a name; `undefined` for a port without a name. */
function protocolOf({ name, appProtocol }: ecs.PortMapping): ServiceConnectProtocol | undefined {
  if (name === undefined) return undefined;
  return (appProtocol?.value ?? ServiceConnectProtocol.TCP) as ServiceConnectProtocol;
}

function written(value: string | number): string {
  if (Token.isUnresolved(value)) return 'a token';
  return typeof value === 'string' ? `'${value}'` : `${value}`;
}
