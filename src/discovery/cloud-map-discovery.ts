import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkSeconds, checkText, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { readPartProps } from '../checks/check-workload';
import { checkOneVpc } from '../checks/one-vpc';
import { pathOf } from '../checks/path-of';
import { checkReachable, reachedPort } from '../checks/reachable';
import { isOpen } from '../checks/open-value';
import { checkPlaces } from '../checks/same-place';
import { publishAddress } from '../connect/service-addresses';
import { refuse } from '../gotchas/enforce';
import { sdRegistryNotWired } from '../gotchas/sd/sd-registry-not-wired';
import { checkItself } from '../rules/self-check';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html';

/**
 * Properties of a CloudMapDiscovery.
 */
export interface CloudMapDiscoveryProps {
  /**
   * The service to be found.
   */
  readonly service: IEcsWorkload;

  /**
   * The private DNS namespace, on the VPC of the callers.
   */
  readonly dnsNamespace: cloudmap.INamespace;

  /**
   * The name in the namespace: `api` is found as `api.<namespace>`.
   */
  readonly name: string;

  /**
   * Time for which a caller may cache an answer.
   *
   * @default Duration.seconds(10)
   */
  readonly dnsTtl?: Duration;

  /**
   * The port that callers connect to.
   *
   * @default - the first port of the main container
   */
  readonly containerPort?: number;

  /**
   * Callers of the service, for which the port is opened.
   *
   * @default - the port is not opened
   */
  readonly allowFrom?: ec2.IConnectable[];
}

/**
 * Registers a service in Cloud Map, so that others find it by name.
 *
 * Each task gets a record: A where tasks have addresses of their own, SRV where they share the address of an instance.
 * ECS removes tasks from the answers once they fail.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html
 *
 * @example
 * new CloudMapDiscovery(this, 'Discovery', { service: web, dnsNamespace, name: 'web' }); // web.<name of the namespace>
 */
export class CloudMapDiscovery extends Construct {
  /**
   * The Cloud Map service that the tasks register in.
   */
  public readonly cloudMapService: cloudmap.Service;

  /**
   * Defines a CloudMapDiscovery.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: CloudMapDiscoveryProps) {
    props = readPartProps(pathOf(scope, id), props, ['dnsNamespace', 'name']);
    checkPlaces(scope, id, props);
    const { service, mainContainer, taskDefinition } = props.service;
    const ownAddress = taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC;
    const containerPort = props.containerPort ?? mainContainer.portMappings[0]?.containerPort;
    checkDiscovery(pathOf(scope, id), props, ownAddress, containerPort);
    super(scope, id);
    checkItself(this);
    namesIn(props.dnsNamespace).set(props.name.toLowerCase(), this.node.path);

    this.cloudMapService = new cloudmap.Service(this, 'Service', {
      namespace: props.dnsNamespace,
      name: props.name,
      dnsRecordType: ownAddress ? cloudmap.DnsRecordType.A : cloudmap.DnsRecordType.SRV,
      dnsTtl: props.dnsTtl ?? Duration.seconds(10),
      routingPolicy: cloudmap.RoutingPolicy.MULTIVALUE,
      customHealthCheck: { failureThreshold: 1 },
    });
    service.associateCloudMapService({ service: this.cloudMapService, container: mainContainer, containerPort });
    // The port of an SRV record is for those who ask DNS for it: no URL has it.
    if (ownAddress && containerPort !== undefined) {
      publishAddress(service, {
        kind: 'cloud-map',
        name: props.name,
        hostName: `${props.name}.${props.dnsNamespace.namespaceName}`,
        port: containerPort,
        scheme: 'http',
        entrance: reachedPort(mainContainer, containerPort),
        gatekeeper: props.service,
      });
    }
    for (const caller of props.allowFrom ?? []) {
      checkOneVpc(this, 'allowFrom', caller, props.service);
      props.service.connections.allowFrom(caller, reachedPort(mainContainer, containerPort!));
    }
  }
}

/** Paths of the parts that registered a name, by the namespace. */
const NAMES = new WeakMap<cloudmap.INamespace, Map<string, string>>();

function namesIn(namespace: cloudmap.INamespace): Map<string, string> {
  const names = NAMES.get(namespace) ?? new Map<string, string>();
  NAMES.set(namespace, names);
  return names;
}

function checkFree(at: string, { dnsNamespace, name }: CloudMapDiscoveryProps): void {
  const taken = isOpen(name) ? undefined : namesIn(dnsNamespace).get(name.toLowerCase());
  if (taken === undefined) return;
  refuse({
    headline: `name is '${name}', which ${taken} has in the namespace`,
    at,
    property: 'name',
    why: 'Cloud Map refuses a second service of a name, in lower or upper case.',
    fix: 'choose another name, or another namespace',
    docs: 'https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html',
  });
}

function checkDiscovery(at: string, props: CloudMapDiscoveryProps, ownAddress: boolean, containerPort: number | undefined): void {
  checkText(at, 'name', props.name, /^(?:[A-Za-z0-9]|[A-Za-z0-9_][A-Za-z0-9_-]{0,61}[A-Za-z0-9_])$/,
    'have 1 to 63 letters, digits, underscores and hyphens, no hyphen at either end, and more than an underscore', DOCS);
  checkSeconds(at, 'dnsTtl', props.dnsTtl, { min: 0, max: MAX_INT, docs: DOCS });
  checkWholeNumber(at, 'containerPort', props.containerPort, { min: 1, max: 65535, docs: DOCS });
  checkReachable(at, props.service);
  if (props.dnsNamespace.type === cloudmap.NamespaceType.HTTP) {
    refuse({
      headline: `dnsNamespace '${props.dnsNamespace.namespaceName}' is an HTTP namespace, which answers no DNS queries`,
      at,
      property: 'dnsNamespace',
      fix: 'use a PrivateDnsNamespace',
      docs: DOCS,
    });
  }
  const { mainContainer, service } = props.service;
  const { serviceRegistries } = service as unknown as { readonly serviceRegistries: readonly unknown[] };
  if (serviceRegistries.length > 0 || service.cloudMapService) {
    refuse({
      headline: 'service is in a namespace already, ECS registers it in one',
      at,
      property: 'service',
      fix: 'remove one of the two',
      docs: DOCS,
    });
  }
  if (!ownAddress && containerPort !== undefined && !mainContainer.findPortMapping(containerPort, ecs.Protocol.TCP)) {
    refuse({
      headline: `containerPort (${Token.isUnresolved(containerPort) ? 'a token' : containerPort}) is not mapped by container '${mainContainer.containerName}', whose SRV records need it`,
      gotcha: sdRegistryNotWired,
      at,
      property: 'containerPort',
      fix: 'name a port of the main container, or leave containerPort out for its first',
    });
  }
  if (containerPort === undefined && (!ownAddress || props.allowFrom)) {
    refuse({
      headline: `containerPort is left out, and container '${mainContainer.containerName}' has no port`,
      gotcha: sdRegistryNotWired,
      at,
      property: 'containerPort',
      fix: 'set containerPorts on the main container, and name one of them here',
    });
  }
  checkFree(at, props);
}
