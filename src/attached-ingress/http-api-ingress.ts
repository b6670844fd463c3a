import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkHttpApi, refuseRoute } from './check-http-api';
import type { HttpApiTarget } from './http-api-target';
import { readPartProps } from '../checks/check-workload';
import { groupDescription } from '../checks/group-description';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { checkItself } from '../rules/self-check';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Routes of an HTTP API that belong to services, with the path of each owner. */
const ROUTES = new WeakMap<apigwv2.IHttpApi, Map<string, string>>();

/**
 * Properties of a HttpApiIngress.
 */
export interface HttpApiIngressProps {
  /**
   * The service that the requests go to.
   */
  readonly service: IEcsWorkload;

  /**
   * Target of the requests: the tasks themselves, or a load balancer.
   */
  readonly target: HttpApiTarget;

  /**
   * The API, which can have routes to other services too.
   *
   * @default - an HTTP API of its own, with its `$default` stage
   */
  readonly httpApi?: apigwv2.IHttpApi;

  /**
   * The requests that go to the service.
   *
   * @default - all that no other route of the API takes: `HttpRouteKey.DEFAULT`
   */
  readonly routes?: apigwv2.HttpRouteKey[];

  /**
   * Authorizer of the requests.
   *
   * @default - the default of the API; without one, every request is allowed
   */
  readonly authorizer?: apigwv2.IHttpRouteAuthorizer;

  /**
   * The subnets of the VPC link that is made.
   *
   * @default - the private subnets of the cluster's VPC
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * A VPC link in the cluster's VPC, to share it: an account has 10 in a region at first.
   *
   * @default - a VPC link of its own
   */
  readonly vpcLink?: apigwv2.IVpcLink;

  /**
   * A security group of the `vpcLink`, which the target allows.
   *
   * @default - a security group of its own, that reaches the target only
   */
  readonly vpcLinkSecurityGroup?: ec2.ISecurityGroup;
}

/**
 * Lets an API Gateway HTTP API reach a service inside the VPC, through a VPC link.
 *
 * The service needs no public address and no public load balancer. The link reaches the port of the tasks, or of the
 * load balancer, and nothing else.
 *
 * The service sees paths with the stage in front, unless it is `$default`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
 *
 * @example
 * new HttpApiIngress(this, 'Api', {
 *   service: new FargateWorkerService(this, 'Orders', { cluster, image, containerPorts: [8080] }),
 *   target: HttpApiTarget.tasks({ dnsNamespace, name: 'orders' }),
 * });
 */
export class HttpApiIngress extends Construct implements ec2.IConnectable {
  /**
   * The API. `httpApi.apiEndpoint` is where clients call it.
   */
  public readonly httpApi: apigwv2.IHttpApi;

  /**
   * The way of the API into the VPC.
   */
  public readonly vpcLink: apigwv2.IVpcLink;

  /**
   * Target of the VPC link.
   */
  public readonly connections: ec2.Connections;

  /**
   * The Cloud Map service that the tasks register in, if requests go straight to them.
   */
  public readonly cloudMapService?: cloudmap.Service;

  /**
   * Defines an HttpApiIngress.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: HttpApiIngressProps) {
    props = readPartProps(pathOf(scope, id), props, ['target']);
    checkPlaces(scope, id, { service: props.service });
    const routes = (props.routes ?? [apigwv2.HttpRouteKey.DEFAULT]).map(withMethod);
    const at = pathOf(scope, id);
    checkHttpApi(at, props, routes.map(({ key }) => key));
    props.target._check(at, props.service);
    const taken = (props.httpApi && ROUTES.get(props.httpApi)) ?? new Map<string, string>();
    routes.forEach(({ key }, index) => {
      if (taken.has(key)) refuseRoute(at, index, key, taken.get(key)!);
    });
    super(scope, id);
    checkItself(this);

    const { vpc } = props.service.service.cluster;
    const securityGroup = props.vpcLinkSecurityGroup ?? new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc, allowAllOutbound: false, description: groupDescription(`${this.node.path}/SecurityGroup`),
    });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup] });
    this.vpcLink = props.vpcLink ?? new apigwv2.VpcLink(this, 'VpcLink', { vpc, subnets: props.vpcSubnets, securityGroups: [securityGroup] });
    this.httpApi = props.httpApi ?? new apigwv2.HttpApi(this, 'HttpApi');
    const { integration, cloudMapService } = props.target._bind(this, props.service, this.vpcLink, this);
    this.cloudMapService = cloudMapService;
    routes.forEach((routeKey, index) => new apigwv2.HttpRoute(this, Token.isUnresolved(routeKey.key) ? `Route${index}` : routeKey.key, {
      httpApi: this.httpApi,
      routeKey,
      // Each has an integration of its own: with one for all, it would belong to the first and go with it.
      integration: integration(),
      authorizer: props.authorizer,
    }));
    ROUTES.set(this.httpApi, new Map([...taken, ...routes.map(({ key }) => [key, at] as const)]));
  }
}

/** The CDK writes a route without a method as `undefined /path`, where it means any. */
function withMethod(route: apigwv2.HttpRouteKey): apigwv2.HttpRouteKey {
  return route.path === undefined ? route : apigwv2.HttpRouteKey.with(route.path, route.method);
}
