import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { taskProps } from './build-task';
import type { DeploymentCase, Ec2Case, ServiceCase } from './service-cases';
import type { IngressCase, WebCase } from './web-cases';
import type { World } from './world';
import { Deployment, Ingress, SharedLoadBalancer, type Ec2Options, type LoadBalancerOptions, type ServiceProps, type WebServiceProps } from '../../../src';

/** The props of a service, as a user would write them. */
export function serviceProps(given: Construct, one: ServiceCase, cluster: ecs.ICluster): ServiceProps {
  return {
    ...taskProps(given, one, cluster),
    serviceName: one.serviceName,
    desiredCount: one.desiredCount,
    deployment: one.deployment && rolling(given, one.deployment),
    enableExecuteCommand: one.enableExecuteCommand,
  };
}

export function rolling(given: Construct, { alarms, ...options }: DeploymentCase): Deployment {
  return Deployment.rolling({
    ...options,
    alarms: alarms?.map((name, index) => cloudwatch.Alarm.fromAlarmName(given, `Alarm${index}`, name)),
  });
}

/** Options for instances. */
export function ec2Options({ networkMode, distinctInstances }: Ec2Case): Ec2Options {
  return { networkMode, placementConstraints: distinctInstances ? [ecs.PlacementConstraint.distinctInstances()] : undefined };
}

/** Options of a web service only. */
export function webProps(
  given: Construct, one: WebCase & Partial<ServiceCase>, world: World, networkMode?: ecs.NetworkMode,
): Omit<WebServiceProps, keyof ServiceProps> {
  return {
    ingress: ingressOf(given, one.ingress, world, networkMode),
    containerPort: one.containerPort ?? portOfTarget(one),
    targetContainerName: one.targetContainerName,
    targetHealthCheck: one.targetHealthCheck,
    healthCheckGracePeriod: one.healthCheckGracePeriod,
    deregistrationDelay: one.deregistrationDelay,
  };
}

function portOfTarget({ containers = [], targetContainerName, nth = 0 }: WebCase & Partial<ServiceCase>): number {
  return containers.find(({ containerName }) => containerName === targetContainerName)!.containerPorts[nth];
}

function ingressOf(given: Construct, one: IngressCase, world: World, networkMode?: ecs.NetworkMode): Ingress {
  switch (one.kind) {
    case 'publicHttp': return Ingress.publicHttp(loadBalancerOptions(one));
    case 'internalHttp': return Ingress.internalHttp(loadBalancerOptions(one));
    case 'publicHttps': return Ingress.publicHttps({ ...loadBalancerOptions(one), ...tls(one, world) });
    case 'internalHttps': return Ingress.internalHttps({ ...loadBalancerOptions(one), ...tls(one, world) });
    case 'existingListener': {
      const { kind, imported, ...options } = one;
      return Ingress.existingListener({ ...options, listener: imported ? importedListener(given) : ownListener(given, world) });
    }
    case 'shared': {
      const { kind, ...options } = one;
      return Ingress.shared({ ...options, loadBalancer: new SharedLoadBalancer(given, 'Shared', { vpc: world.vpc, hostedZone: world.hostedZone }) });
    }
    case 'existingTargetGroup': return Ingress.existingTargetGroup({
      loadBalancer: world.loadBalancer,
      targetGroup: one.imported ? world.importedTargetGroup : targetGroup(given, world, networkMode),
    });
  }
}

/** Each case has a listener of its own: rules of one listener are compared with one another. */
function ownListener(given: Construct, world: World): elbv2.ApplicationListener {
  return new elbv2.ApplicationListener(given, 'Listener', {
    loadBalancer: world.loadBalancer, port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404), open: false,
  });
}

function importedListener(given: Construct): elbv2.IApplicationListener {
  return elbv2.ApplicationListener.fromApplicationListenerAttributes(given, 'ImportedListener', {
    listenerArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/50dc6c495c0c9188/${given.node.addr.slice(2, 18)}`,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(given, 'ListenerSecurityGroup', 'sg-0123456789abcdef0'),
  });
}

type OwnLoadBalancer = Extract<IngressCase, { kind: 'publicHttp' | 'publicHttps' | 'internalHttp' | 'internalHttps' }>;

function loadBalancerOptions(one: OwnLoadBalancer): LoadBalancerOptions {
  const { allowFrom, targetProtocol, idleTimeout, deletionProtection, stickinessCookieDuration, webAclArn } = one;
  return {
    allowFrom: allowFrom?.map((range) => ec2.Peer.ipv4(range)),
    targetProtocol: targetProtocol && elbv2.ApplicationProtocol[targetProtocol],
    idleTimeout,
    deletionProtection,
    stickinessCookieDuration,
    webAclArn,
  };
}

function tls({ domainName, hostedZone, certificate }: Extract<IngressCase, { domainName: string }>, world: World) {
  return { domainName, hostedZone: hostedZone ? world.hostedZone : undefined, certificate: certificate ? world.certificate : undefined };
}

/** Behind the shared listener already. */
function targetGroup(given: Construct, world: World, networkMode: ecs.NetworkMode = ecs.NetworkMode.AWS_VPC): elbv2.ApplicationTargetGroup {
  const made = new elbv2.ApplicationTargetGroup(given, 'TargetGroup', {
    vpc: world.vpc,
    port: 80,
    targetType: networkMode === ecs.NetworkMode.AWS_VPC ? elbv2.TargetType.IP : elbv2.TargetType.INSTANCE,
  });
  new elbv2.ApplicationListenerRule(given, 'Rule', {
    listener: world.listener, priority: 7, conditions: [elbv2.ListenerCondition.pathPatterns(['/given'])], targetGroups: [made],
  });
  return made;
}
