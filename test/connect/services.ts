import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import {
  CloudMapDiscovery, FargateWebService, FargateWorkerService, ServiceConnectDiscovery, type IEcsWorkload, type Ingress, type ServiceConnectEndpoint,
} from '../../src';
import { IMAGE, testVpc } from '../support/stacks';

const CONNECT_ARN = 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1';
const DNS_ARN = 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-2';

/** A stack with a cluster of its own to put services in. */
export class Services {
  public readonly cluster: ecs.ICluster;
  public readonly mesh: cloudmap.INamespace;
  private readonly dns: cloudmap.INamespace;

  public constructor(public readonly stack: Stack) {
    this.cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'shop', vpc: testVpc(stack), securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Instances', 'sg-instances')],
    });
    this.mesh = cloudmap.HttpNamespace.fromHttpNamespaceAttributes(stack, 'Mesh', { namespaceId: 'ns-1', namespaceName: 'shop', namespaceArn: CONNECT_ARN });
    this.dns = cloudmap.PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, 'Dns', {
      namespaceId: 'ns-2', namespaceName: 'shop.local', namespaceArn: DNS_ARN,
    });
  }

  public worker(id: string): FargateWorkerService {
    return new FargateWorkerService(this.stack, id, { cluster: this.cluster, image: IMAGE, containerPorts: [8080] });
  }

  public web(id: string, ingress: Ingress): FargateWebService {
    return new FargateWebService(this.stack, id, { cluster: this.cluster, image: IMAGE, containerPort: 8080, ingress });
  }

  public inMesh<S extends IEcsWorkload>(service: S, ...endpoints: ServiceConnectEndpoint[]): S {
    new ServiceConnectDiscovery(this.stack, `${service.service.node.scope!.node.id}Connect`, { service, namespace: this.mesh, endpoints });
    return service;
  }

  public inDns<S extends IEcsWorkload>(service: S, name: string): S {
    new CloudMapDiscovery(this.stack, `${service.service.node.scope!.node.id}Names`, { service, dnsNamespace: this.dns, name });
    return service;
  }
}

/** Name that is equal in every version of the CDK. */
export function deployAfter(stack: Stack, other: Stack): void {
  const { addStackDependency = stack.addDependency } = stack as { addStackDependency?: (other: Stack) => void };
  addStackDependency.call(stack, other);
}
