import { Port } from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Construct } from 'constructs';
import { admit } from './admit';
import { findPort, nameIt } from './named-port';
import { ProxyLogs } from './proxy-logs';
import { checkEndpoint, checkNames, checkOnce, claimsOf, namespaceFor } from './service-connect-checks';
import { ServiceConnectProtocol, type ServiceConnectEndpoint } from './service-connect-endpoint';
import { factsOfConnected, perRequestTimeoutOf, type PlannedEndpoint } from './service-connect-facts';
import { tlsRole } from './service-connect-role';
import { readsHeaders, testTrafficRulesOf } from './test-header';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkReachable, reachedPort } from '../checks/reachable';
import { checkPlaces } from '../checks/same-place';
import { claim, join, keyOf, serve } from '../connect/namespace-members';
import { publishAddress, type ServiceAddress } from '../connect/service-addresses';
import { startAnyServerFirst } from '../connect/start-order';
import { ServiceTraffic } from '../deployment/service-traffic';
import { enforce, refuse } from '../gotchas/enforce';
import { scAccessLogWithoutDriver } from '../gotchas/sc/sc-access-log-without-driver';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of a ServiceConnectDiscovery.
 */
export interface ServiceConnectDiscoveryProps {
  /**
   * The service that calls others, or is called, through Service Connect.
   */
  readonly service: IEcsWorkload;

  /**
   * The namespace that the service and those it calls are in. Any kind will do; an `HttpNamespace` costs nothing.
   *
   * @default - the default namespace of the cluster
   */
  readonly namespace?: cloudmap.INamespace;

  /**
   * Ports that other services call.
   *
   * @default - none: the service only calls others
   */
  readonly endpoints?: ServiceConnectEndpoint[];

  /**
   * Log driver of the proxy.
   *
   * @default - where the main container does if that is awslogs, or did before a `FireLensLogs`, in streams that begin with `service-connect`; nowhere otherwise
   */
  readonly logDriver?: ecs.LogDriver;

  /**
   * Format of the proxy's request logs.
   *
   * @default - it logs no requests
   */
  readonly accessLog?: ecs.ServiceConnectAccessLogConfiguration;
}

/**
 * Connects a service to others by short names, through a proxy that ECS adds to each task.
 *
 * The proxy balances, retries and measures calls. It needs about 256 cpu units and 64 MiB of the task.
 * Services are created in the order in which they call each other: tasks know the endpoints that existed when they started.
 *
 * With `Deployment.blueGreen`, `linear` or `canary` of the service, callers' proxies move to its new tasks by the strategy, without
 * a load balancer. `TestTraffic.withHeader` gets requests to endpoints that speak HTTP there before; its header has one value then.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html
 *
 * @example
 * new ServiceConnectDiscovery(this, 'ApiConnect', { service: api, namespace: httpNamespace, endpoints: [{ name: 'api' }] });
 * new ServiceConnectDiscovery(this, 'WebConnect', { service: web, namespace: httpNamespace });
 * web.connectTo(api);
 */
export class ServiceConnectDiscovery extends Construct {
  /**
   * The namespace that the service is in.
   */
  public readonly namespace: cloudmap.INamespace;

  /**
   * Defines a ServiceConnectDiscovery.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ServiceConnectDiscoveryProps) {
    const at = pathOf(scope, id);
    props = readPartProps(pathOf(scope, id), props);
    checkPlaces(scope, id, props);
    const { service, mainContainer, taskDefinition } = props.service;
    checkReachable(at, props.service);
    const namespace = namespaceFor(at, props.service, props.namespace);
    const logDriver = props.logDriver ?? ProxyLogs.like(mainContainer);
    checkOnce(at, service);
    checkAccessLog(at, props, logDriver);
    const planned = (props.endpoints ?? []).map((endpoint) => {
      checkEndpoint(at, endpoint);
      const port = findPort(at, taskDefinition, mainContainer, endpoint);
      return { endpoint, ...port, testTrafficRules: readsHeaders(port) ? testTrafficRulesOf(at, service) : undefined };
    });
    checkNames(at, service, keyOf(namespace), planned);
    enforce(at, 'service', factsOfConnected(service, planned));
    super(scope, id);
    this.namespace = namespace;

    planned.forEach(nameIt);
    service.enableServiceConnect({ namespace: namespace.namespaceArn, logDriver, accessLogConfiguration: props.accessLog });
    if (planned.length > 0) {
      cfnServiceOf(service)
        .addPropertyOverride('ServiceConnectConfiguration.Services', planned.map((one) => this.render(service, one)));
    }
    join(service, keyOf(namespace));
    if (planned.length === 0) {
      startAnyServerFirst(service, keyOf(namespace));
    } else {
      serve(service, keyOf(namespace));
      ServiceTraffic.of(service).bring({ tested: planned.some((one) => one.testTrafficRules) });
    }
    planned.forEach((one) => this.publish(props.service, one));
  }

  private render(service: ecs.BaseService, { endpoint, mapping, portName, appProtocol, testTrafficRules }: PlannedEndpoint) {
    const { name, dnsName = name, port = mapping.containerPort, tls } = endpoint;
    const [idle, perRequest] = [endpoint.idleTimeout, perRequestTimeoutOf(endpoint, appProtocol)];
    const role = tls && tlsRole(this, tls);
    // ECS uses the role from the first task on, with all that it may do.
    if (role) service.node.addDependency(role);
    return {
      PortName: portName,
      DiscoveryName: name,
      ClientAliases: [{ DnsName: dnsName, Port: port, TestTrafficRules: testTrafficRules }],
      IngressPortOverride: endpoint.ingressPortOverride,
      Timeout: idle || perRequest ? { IdleTimeoutSeconds: idle?.toSeconds(), PerRequestTimeoutSeconds: perRequest?.toSeconds() } : undefined,
      Tls: tls && {
        IssuerCertificateAuthority: { AwsPcaAuthorityArn: tls.certificateAuthority.certificateAuthorityArn },
        KmsKey: tls.kmsKey?.keyArn,
        RoleArn: role?.roleArn,
      },
    };
  }

  private publish(workload: IEcsWorkload, planned: PlannedEndpoint): void {
    const { endpoint, container, mapping, appProtocol } = planned;
    const announcement: ServiceAddress = {
      kind: 'service-connect',
      name: endpoint.name,
      hostName: endpoint.dnsName ?? endpoint.name,
      port: endpoint.port ?? mapping.containerPort,
      scheme: appProtocol === ServiceConnectProtocol.TCP ? 'tcp' : 'http',
      entrance: endpoint.ingressPortOverride === undefined ? reachedPort(container, mapping.containerPort) : Port.tcp(endpoint.ingressPortOverride),
      gatekeeper: workload,
      namespace: keyOf(this.namespace),
    };
    publishAddress(workload.service, announcement);
    claimsOf(planned).forEach(({ name }) => claim(workload.service, keyOf(this.namespace), name, this.node.path));
    (endpoint.allowFrom ?? []).forEach((caller) => admit(caller, workload, announcement));
  }
}

/** The CDK would refuse it too, but only after the construct is there. */
function checkAccessLog(at: string, { accessLog }: ServiceConnectDiscoveryProps, logDriver: ecs.LogDriver | undefined): void {
  if (!accessLog || logDriver) return;
  refuse({
    headline: 'accessLog is set, and the proxy has no log driver to write it to',
    gotcha: scAccessLogWithoutDriver,
    at,
    property: 'accessLog',
    fix: 'pass a logDriver, or leave accessLog out',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html',
  });
}
