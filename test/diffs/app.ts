import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import type { Definition } from './diff';
import {
  Ec2Capacity, Ec2WebService, FargateWebService, FargateWorkerService, Ingress, SharedLoadBalancer,
  type Ec2WebServiceProps, type FargateWebServiceProps, type FargateWorkerServiceProps,
} from '../../src';
import { IMAGE, testVpc } from '../support/stacks';

/** Surroundings of the services, equal before and after a change, and no part of the template. */
export class Surroundings {
  public static of(stack: Stack): Surroundings {
    const made = MADE.get(stack) ?? new Surroundings(stack);
    MADE.set(stack, made);
    return made;
  }

  public readonly vpc: ec2.IVpc;
  public readonly cluster: ecs.ICluster;
  public readonly mesh: cloudmap.INamespace;
  public readonly dns: cloudmap.INamespace;
  public readonly hostedZone: route53.IHostedZone;
  public readonly certificate: acm.ICertificate;
  public readonly listener: elbv2.IApplicationListener;
  public readonly prefixList: ec2.IPrefixList;
  public readonly securityGroup: ec2.ISecurityGroup;

  private constructor(stack: Stack) {
    this.vpc = testVpc(stack);
    this.securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Given', 'sg-given');
    this.cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc: this.vpc, securityGroups: [this.securityGroup] });
    this.mesh = cloudmap.HttpNamespace.fromHttpNamespaceAttributes(stack, 'Mesh', {
      namespaceId: 'ns-1', namespaceName: 'shop', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1',
    });
    this.dns = cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Dns', {
      namespaceId: 'ns-2', namespaceName: 'shop.local', namespaceArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-2',
    });
    this.hostedZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
    this.certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
    this.prefixList = ec2.PrefixList.fromPrefixListId(stack, 'Lattice', 'pl-1');
    this.listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/1/2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'ListenerGroup', 'sg-listener'),
    });
  }
}

const MADE = new WeakMap<Stack, Surroundings>();

/** Props as far as they differ from those of a service in order. */
type Some<P> = Partial<P> | ((around: Surroundings, stack: Stack) => Partial<P>);

function given<P>(some: Some<P>, stack: Stack): Partial<P> {
  return typeof some === 'function' ? some(Surroundings.of(stack), stack) : some;
}

type Attach = (service: FargateWebService, around: Surroundings, stack: Stack) => void;

export function fargateWeb(some: Some<FargateWebServiceProps> = {}, attach: Attach = () => {}): Definition {
  return (stack) => {
    const { cluster } = Surroundings.of(stack);
    const service = new FargateWebService(stack, 'Web', {
      cluster, image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), ...given(some, stack),
    });
    attach(service, Surroundings.of(stack), stack);
  };
}

export function ec2Web(some: Some<Ec2WebServiceProps> = {}): Definition {
  return (stack) => {
    const { cluster } = Surroundings.of(stack);
    new Ec2WebService(stack, 'Web', {
      cluster, image: IMAGE, memoryLimitMiB: 256, containerPort: 80, ingress: Ingress.publicHttp(), ...given(some, stack),
    });
  };
}

/** A service in a cluster of this app, on instances that are named or on any of the cluster. */
export function ec2WithCapacity(named: boolean): Definition {
  return (stack) => {
    const cluster = new ecs.Cluster(stack, 'OwnCluster', { vpc: Surroundings.of(stack).vpc });
    const capacity = new Ec2Capacity(stack, 'Instances', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
    ec2Web({ cluster, capacity: named ? capacity : undefined })(stack);
  };
}

/** A load balancer that services share, of this app. */
export function shared(stack: Stack, id = 'Shared', internal = false): SharedLoadBalancer {
  return new SharedLoadBalancer(stack, id, { vpc: Surroundings.of(stack).vpc, protocol: elbv2.ApplicationProtocol.HTTP, internal });
}

export function worker(stack: Stack, id = 'Worker', props: Partial<FargateWorkerServiceProps> = {}): FargateWorkerService {
  const { cluster } = Surroundings.of(stack);
  return new FargateWorkerService(stack, id, { cluster, image: IMAGE, containerPorts: [8080, 9090], ...props });
}
