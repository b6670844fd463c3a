import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { checkListener, checkTasks } from './check-http-api';
import { reachedPort } from '../checks/reachable';
import { readProps } from '../checks/read-props';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Cloud Map options of an API Gateway target.
 */
export interface HttpApiTasksOptions {
  /**
   * The private DNS namespace that the tasks register in.
   */
  readonly dnsNamespace: cloudmap.INamespace;

  /**
   * The name of the service in the namespace.
   */
  readonly name: string;

  /**
   * The port that requests go to, one that the main container maps.
   *
   * @default - the first port of the main container
   */
  readonly containerPort?: number;
}

/**
 * Load balancer options of an API Gateway target.
 */
export interface HttpApiListenerOptions {
  /**
   * The name in the certificate of a listener that speaks HTTPS, which API Gateway verifies.
   *
   * @default - requests are in plain HTTP, inside the VPC
   */
  readonly secureServerName?: string;
}

/**
 * Target of the requests of an API Gateway HTTP API.
 *
 * @example
 * const target = HttpApiTarget.tasks({ dnsNamespace, name: 'orders' });
 */
export abstract class HttpApiTarget {
  /**
   * Straight to the tasks, without a load balancer.
   *
   * The tasks register in Cloud Map with SRV records, which contain the port too: API Gateway needs both. ECS registers a
   * service in one namespace, so there can be no CloudMapDiscovery beside it.
   *
   * @param options the namespace that the tasks register in, and the name there
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
   */
  public static tasks(options: HttpApiTasksOptions): HttpApiTarget {
    return new Tasks(readProps('HttpApiTarget.tasks', options, ['dnsNamespace', 'name'], 'options'));
  }

  /**
   * To a listener of the load balancer of a web service. An internal one will do: `Ingress.internalHttp()`.
   *
   * @param listener a listener of an internal load balancer
   * @param options how API Gateway speaks to it
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
   */
  public static listener(listener: elbv2.IApplicationListener, options: HttpApiListenerOptions = {}): HttpApiTarget {
    return new Listener(listener, readProps('HttpApiTarget.listener', options, [], 'options'));
  }

  /** Throws where the requests could not arrive. @internal */
  public abstract _check(at: string, workload: IEcsWorkload): void;

  /** Allows the link. @internal */
  public abstract _bind(scope: Construct, workload: IEcsWorkload, vpcLink: apigwv2.IVpcLink, link: ec2.IConnectable): HttpApiBinding;
}

class Tasks extends HttpApiTarget {
  public constructor(private readonly options: HttpApiTasksOptions) {
    super();
  }

  public _check(at: string, workload: IEcsWorkload): void {
    checkTasks(at, this.options, workload);
  }

  public _bind(scope: Construct, workload: IEcsWorkload, vpcLink: apigwv2.IVpcLink, link: ec2.IConnectable): HttpApiBinding {
    const { service, mainContainer } = workload;
    const { dnsNamespace, name, containerPort = mainContainer.portMappings[0].containerPort } = this.options;
    const cloudMapService = new cloudmap.Service(scope, 'CloudMapService', {
      namespace: dnsNamespace,
      name,
      dnsRecordType: cloudmap.DnsRecordType.SRV,
      dnsTtl: Duration.seconds(10),
      routingPolicy: cloudmap.RoutingPolicy.MULTIVALUE,
      customHealthCheck: { failureThreshold: 1 },
    });
    service.associateCloudMapService({ service: cloudMapService, container: mainContainer, containerPort });
    workload.connections.allowFrom(link, reachedPort(mainContainer, containerPort), 'API Gateway to target');
    return { cloudMapService, integration: () => new integrations.HttpServiceDiscoveryIntegration('Integration', cloudMapService, { vpcLink }) };
  }
}

class Listener extends HttpApiTarget {
  public constructor(private readonly listener: elbv2.IApplicationListener, private readonly options: HttpApiListenerOptions) {
    super();
  }

  public _check(at: string): void {
    checkListener(at, this.listener, this.options.secureServerName);
  }

  public _bind(_scope: Construct, _workload: IEcsWorkload, vpcLink: apigwv2.IVpcLink, link: ec2.IConnectable): HttpApiBinding {
    this.listener.connections.allowDefaultPortFrom(link, 'API Gateway to load balancer');
    const { secureServerName } = this.options;
    return { integration: () => new integrations.HttpAlbIntegration('Integration', this.listener, { vpcLink, secureServerName }) };
  }
}

/** Target of the routes. */
interface HttpApiBinding {
  /** Makes the integration of one route. */
  readonly integration: () => apigwv2.HttpRouteIntegration;
  readonly cloudMapService?: cloudmap.Service;
}
