import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Token } from 'aws-cdk-lib/core';
import { isOfCodeDeploy } from './moves-traffic';
import type { NetworkIngressProps } from './network-ingress';
import { containerOf } from './network-listener';
import type { NetworkListenerOptions } from './network-listener-options';
import { checkNetworkShift } from './network-shift';
import { transportsOf } from './network-transports';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import { checkOnce } from '../checks/once';
import { checkHealthPort, checkReachable, hostPortsOf } from '../checks/reachable';
import { selectSubnets, vpcOf } from '../checks/subnets';
import type { GotchaDefinition } from '../gotchas/definition';
import { dplCodedeployControllerRules } from '../gotchas/dpl/dpl-codedeploy-controller-rules';
import { refuse } from '../gotchas/enforce';
import { netHealthCheckMisfit } from '../gotchas/net/net-health-check-misfit';
import { netLbContainerPortMissing } from '../gotchas/net/net-lb-container-port-missing';
import { netTlsListener } from '../gotchas/net/net-tls-listener';
import { checkCertificateRegion } from '../ingress/check-certificate-region';
import { checkDomain } from '../ingress/check-https';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html';
const LISTENER_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html';
const ECS_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb.html';
const HEALTH_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html';
const CHECKING = [Protocol.TCP, Protocol.HTTP, Protocol.HTTPS];
const PROTOCOLS = [Protocol.TCP, Protocol.UDP, Protocol.TCP_UDP, Protocol.TLS];

/** Throws for props that can't be right, or that contradict each other. */
export function checkNetworkIngress(at: string, props: NetworkIngressProps): void {
  checkService(at, props.service);
  checkSubnets(at, props);
  checkWholeNumber(at, 'listeners.length', props.listeners.length, { min: 1, max: 5, unit: 'listeners', docs: ECS_DOCS });
  props.listeners.forEach((listener, index) => checkListener(at, listener, `listeners[${index}]`, props.service));
  checkTaken(at, props.listeners);
  checkNetworkShift(at, props.service, props.listeners);
  checkElasticIps(at, props);
  if ((props.domainName === undefined) === (props.hostedZone === undefined)) return;
  const [given, missing] = props.domainName === undefined ? ['hostedZone', 'domainName'] : ['domainName', 'hostedZone'];
  refuse({ headline: `${given} is set without ${missing}, there would be no record`, at, property: given, fix: `pass the ${missing}, or leave ${given} out` });
}

function checkSubnets(at: string, { service: { service: { cluster } }, internal, vpcSubnets, domainName, hostedZone }: NetworkIngressProps): void {
  const otherwise = internal ? {} : { subnetType: ec2.SubnetType.PUBLIC };
  const { subnets } = selectSubnets(at, vpcOf(at, cluster), { property: 'vpcSubnets', selection: vpcSubnets, otherwise });
  checkOnce(at, 'vpcSubnets', subnets, ({ subnetId }) => subnetId);
  if (domainName !== undefined && hostedZone) checkDomain(at, 'domainName', domainName, { zone: hostedZone, property: 'hostedZone' }, false);
}

function checkService(at: string, service: IEcsWorkload): void {
  checkReachable(at, service);
  if (!isOfCodeDeploy(service)) return;
  refuse({
    headline: 'service is deployed by CodeDeploy, which moves the traffic of one load balancer alone',
    gotcha: dplCodedeployControllerRules,
    at,
    property: 'service',
    why: 'CodeDeploy shifts the traffic of one load balancer: ECS accepts several target groups only for a service of the ECS controller.',
    fix: 'use Deployment.blueGreen(), linear() or canary() for the service, or create a separate service for these connections',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html',
  });
}

function checkListener(at: string, listener: NetworkListenerOptions, place: string, service: IEcsWorkload): void {
  const { port, protocol = Protocol.TCP, healthCheck = {}, certificates } = listener;
  checkWholeNumber(at, `${place}.port`, port, { min: 1, max: 65535, docs: LISTENER_DOCS });
  checkWholeNumber(at, `${place}.containerPort`, listener.containerPort, { min: 1, max: 65535, docs: LISTENER_DOCS });
  checkSeconds(at, `${place}.deregistrationDelay`, listener.deregistrationDelay, { min: 0, max: 3600, docs: DOCS });
  checkSeconds(at, `${place}.healthCheck.interval`, healthCheck.interval, { min: 5, max: 300, docs: DOCS });
  checkSeconds(at, `${place}.healthCheck.timeout`, healthCheck.timeout, { min: 2, max: 120, docs: DOCS });
  for (const count of ['healthyThresholdCount', 'unhealthyThresholdCount'] as const) {
    checkWholeNumber(at, `${place}.healthCheck.${count}`, healthCheck[count], { min: 2, max: 10, docs: DOCS });
  }
  const refuseListener = (property: string, headline: string, fix: string, gotcha?: GotchaDefinition) => (
    refuse({ headline: `${place}.${property} ${headline}`, gotcha, at, property: `${place}.${property}`, fix, docs: LISTENER_DOCS }));
  checkHealthCheck(at, `${place}.healthCheck`, listener, service);
  if (!PROTOCOLS.includes(protocol)) refuseListener('protocol', `is ${protocol}, a Network Load Balancer speaks ${PROTOCOLS.join(', ')}`, 'use Protocol.TCP or Protocol.TLS');
  if (protocol === Protocol.TLS && !certificates?.length) refuseListener('certificates', 'is left out, TLS needs a certificate', 'pass a certificate for the name that clients use', netTlsListener);
  certificates?.forEach((certificate, index) => checkCertificateRegion(at, `${place}.certificates[${index}]`, certificate, service.service));
  if (protocol !== Protocol.TLS && certificates?.length) refuseListener('certificates', `is set, and the listener speaks ${protocol}`, 'use Protocol.TLS, or leave certificates out');
  if (protocol === Protocol.UDP && healthCheck.port === undefined) {
    refuseListener('healthCheck', 'sets no port, and a load balancer checks health over TCP, never over UDP', "have the container answer in TCP too: healthCheck: { port: '8080' }", netHealthCheckMisfit);
  }
  const isUdp = protocol === Protocol.UDP || protocol === Protocol.TCP_UDP;
  if (isUdp && listener.preserveClientIp === false) refuseListener('preserveClientIp', 'is false, with UDP tasks always see the address of the client', 'leave preserveClientIp out');
  if (isUdp && listener.proxyProtocolV2) refuseListener('proxyProtocolV2', `is set, and the listener speaks ${protocol}`, 'leave proxyProtocolV2 out: tasks see the address of the client');
  if (containerOf(service, listener)) return;
  refuseListener('containerName', `is '${listener.containerName}', which is no container of the task`, `use the name of a container of the task: ${service.mainContainer.containerName}`, netLbContainerPortMissing);
}

/** Throws for a health check in words of HTTP over another protocol, and for one on a port that instances don't have. */
function checkHealthCheck(at: string, property: string, { healthCheck = {} }: NetworkListenerOptions, { taskDefinition }: IEcsWorkload): void {
  const { protocol = Protocol.TCP, path, healthyHttpCodes, port } = healthCheck;
  const refuseCheck = (name: string, headline: string, fix: string) => (
    refuse({ headline: `${property}.${name} ${headline}`, gotcha: netHealthCheckMisfit, at, property: `${property}.${name}`, fix, docs: HEALTH_DOCS }));
  if (!CHECKING.includes(protocol)) refuseCheck('protocol', `is ${protocol}, tasks are asked for their health over ${CHECKING.join(', ')}`, 'use Protocol.TCP, or leave the protocol out');
  for (const [name, value] of [['path', path], ['healthyHttpCodes', healthyHttpCodes]]) {
    if (value === undefined || protocol !== Protocol.TCP) continue;
    refuseCheck(name!, 'is set, and tasks are asked over TCP', `set protocol: Protocol.HTTP in healthCheck too, or leave ${name} out`);
  }
  checkHealthPort(at, `${property}.port`, port, taskDefinition.networkMode, hostPortsOf(taskDefinition));
}

function checkTaken(at: string, listeners: readonly NetworkListenerOptions[]): void {
  const places = listeners.flatMap(({ port, protocol }, index) => (
    Token.isUnresolved(port) ? [] : transportsOf(protocol).map((transport) => ({ place: `${port}/${transport}`, index }))));
  for (const { place, index } of places) {
    const other = places.find((one) => one.place === place && one.index < index);
    if (!other) continue;
    refuse({
      headline: `listeners[${index}].port is ${place}, which listeners[${other.index}] has`,
      at,
      property: `listeners[${index}].port`,
      fix: 'choose another port for one of the two',
      docs: LISTENER_DOCS,
    });
  }
}

function checkElasticIps(at: string, { elasticIpAllocationIds, elasticIps, internal, vpcSubnets, service }: NetworkIngressProps): void {
  if (elasticIps && elasticIpAllocationIds) {
    const property = 'elasticIps';
    refuse({ headline: `${property} is set beside elasticIpAllocationIds`, at, property, fix: `leave out ${property} or elasticIpAllocationIds`, docs: DOCS });
  }
  const property = elasticIps ? 'elasticIps' : 'elasticIpAllocationIds';
  const ids = elasticIps?.map(({ eipRef }) => eipRef.allocationId) ?? elasticIpAllocationIds;
  if (!ids || Token.isUnresolved(ids)) return;
  checkOnce(at, property, ids);
  if (internal) refuse({ headline: `${property} is set on an internal load balancer, which has private addresses`, at, property, fix: `leave out ${property} or internal`, docs: DOCS });
  const { subnets, isPendingLookup } = service.service.cluster.vpc.selectSubnets(vpcSubnets ?? { subnetType: ec2.SubnetType.PUBLIC });
  if (isPendingLookup || subnets.length === ids.length) return;
  refuse({
    headline: `${property} has ${ids.length} addresses for ${subnets.length} subnets`,
    at,
    property,
    fix: 'pass one address for each subnet, or choose as many subnets with vpcSubnets',
    docs: DOCS,
  });
}
