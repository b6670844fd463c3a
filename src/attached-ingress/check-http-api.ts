import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Token } from 'aws-cdk-lib/core';
import type { HttpApiIngressProps } from './http-api-ingress';
import type { HttpApiTasksOptions } from './http-api-target';
import { checkText, checkWholeNumber } from '../checks/arguments';
import { checkReachable } from '../checks/reachable';
import { selectSubnets, vpcOf } from '../checks/subnets';
import type { GotchaDefinition } from '../gotchas/definition';
import { refuse } from '../gotchas/enforce';
import { sdRegistryNotWired } from '../gotchas/sd/sd-registry-not-wired';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html';
const ROUTE_DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html';
const LINK_DOCS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html';

/** Throws for props that can't be right, or that contradict each other. */
export function checkHttpApi(at: string, props: HttpApiIngressProps, routeKeys: readonly string[]): void {
  checkReachable(at, props.service);
  const vpc = vpcOf(at, props.service.service.cluster);
  if (props.vpcLink === undefined) {
    selectSubnets(at, vpc, { property: 'vpcSubnets', selection: props.vpcSubnets, otherwise: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } });
  }
  checkWholeNumber(at, 'routes.length', routeKeys.length, { min: 1, max: 300, unit: 'routes', docs: ROUTE_DOCS });
  routeKeys.forEach((key, index) => {
    if (Token.isUnresolved(key) || routeKeys.indexOf(key) === index) return;
    refuseRoute(at, index, key, `routes[${routeKeys.indexOf(key)}]`);
  });
  if (props.vpcLink !== undefined && props.vpcLinkSecurityGroup === undefined) {
    refuse({
      headline: 'vpcLink is set without vpcLinkSecurityGroup, so no security group would allow its requests',
      at,
      property: 'vpcLink',
      fix: 'pass a security group of the VPC link too',
      docs: LINK_DOCS,
    });
  }
  if (props.vpcLink === undefined && props.vpcLinkSecurityGroup !== undefined) {
    refuse({
      headline: 'vpcLinkSecurityGroup is set without vpcLink, the link that is made has a security group of its own',
      at,
      property: 'vpcLinkSecurityGroup',
      fix: 'pass the VPC link too, or leave vpcLinkSecurityGroup out',
      docs: LINK_DOCS,
    });
  }
  if (props.vpcLink !== undefined && props.vpcSubnets !== undefined) {
    refuse({
      headline: 'vpcSubnets is set for a VPC link that is there already, which keeps its subnets',
      at,
      property: 'vpcSubnets',
      fix: 'leave out vpcSubnets or vpcLink',
      docs: LINK_DOCS,
    });
  }
}

/** Throws for a route that the API has already. */
export function refuseRoute(at: string, index: number, key: string, other: string): never {
  refuse({
    headline: `routes[${index}] is '${key}', which ${other} has`,
    at,
    property: `routes[${index}]`,
    why: 'An API sends the requests of a route to one place.',
    fix: 'choose another path or method for one of the two',
    docs: ROUTE_DOCS,
  });
}

/** Throws where API Gateway would not find the tasks. */
export function checkTasks(at: string, { dnsNamespace, name, containerPort }: HttpApiTasksOptions, { service, mainContainer }: IEcsWorkload): void {
  const refuseTarget = (property: string, headline: string, fix: string, gotcha?: GotchaDefinition) => (
    refuse({ headline: `target.${property} ${headline}`, gotcha, at, property: `target.${property}`, fix, docs: DOCS }));
  checkText(at, 'target.name', name, /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/,
    'have 1 to 63 letters, digits, underscores and hyphens, no hyphen at either end', DOCS);
  checkWholeNumber(at, 'target.containerPort', containerPort, { min: 1, max: 65535, docs: DOCS });
  if (dnsNamespace.type === cloudmap.NamespaceType.HTTP) {
    refuseTarget('dnsNamespace', 'is an HTTP namespace, which has no SRV records', 'use a PrivateDnsNamespace');
  }
  if ((service as unknown as { readonly serviceRegistries: readonly unknown[] }).serviceRegistries.length > 0) {
    refuse({
      headline: 'service is in a namespace already, ECS registers it in one',
      at,
      property: 'service',
      fix: 'remove the other discovery, or send requests to a listener: HttpApiTarget.listener()',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
    });
  }
  if (containerPort === undefined && mainContainer.portMappings.length === 0) {
    refuseTarget('containerPort', `is left out, and container '${mainContainer.containerName}' has no port`,
      'set containerPorts on the main container', sdRegistryNotWired);
  }
  if (containerPort !== undefined && !mainContainer.findPortMapping(containerPort, ecs.Protocol.TCP)) {
    refuseTarget('containerPort', `is ${Token.isUnresolved(containerPort) ? 'a token' : containerPort}, which container '${mainContainer.containerName}' does not map`,
      'name a port of the main container, or leave containerPort out for its first', sdRegistryNotWired);
  }
}

/** Throws where API Gateway uses another protocol than the target, or where the target doesn't allow it. */
export function checkListener(at: string, listener: elbv2.IApplicationListener, secureServerName: string | undefined): void {
  const { defaultChild } = listener.node;
  const protocol = defaultChild instanceof elbv2.CfnListener ? defaultChild.protocol : undefined;
  const property = 'target.secureServerName';
  const speaks = (does: string, fix: string) => refuse({ headline: `${property} is ${does}`, at, property, fix, docs: DOCS });
  if (protocol === 'HTTPS' && secureServerName === undefined) {
    speaks('left out, and the listener speaks HTTPS: it would be sent plain HTTP', "pass the name in the listener's certificate");
  }
  if (protocol === 'HTTP' && secureServerName !== undefined) {
    speaks('set, and the listener speaks plain HTTP: it would be sent HTTPS', 'leave secureServerName out, or use a listener that speaks HTTPS');
  }
  if (listener.connections.defaultPort) return;
  refuse({
    headline: 'target is a listener without a defaultPort, so no rule can allow the VPC link',
    at,
    property: 'target',
    fix: 'import the listener with its defaultPort',
    docs: DOCS,
  });
}
