import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { Ec2WorkerService, FargateWorkerService, ServiceConnectDiscovery, type IEcsWorkload, type ServiceConnectDiscoveryProps } from '../../src';
import { IMAGE, testCluster, testVpc } from '../support/stacks';

const NAMESPACE_ARN = 'arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1';

export function namespaceOf(stack: Stack, id = 'Namespace'): cloudmap.INamespace {
  return stack.node.tryFindChild(id) as cloudmap.INamespace | undefined
    ?? cloudmap.HttpNamespace.fromHttpNamespaceAttributes(stack, id, { namespaceId: 'ns-1', namespaceName: 'shop', namespaceArn: NAMESPACE_ARN });
}

export function worker(stack: Stack, id = 'Catalog', containerPorts = [8080]): FargateWorkerService {
  return new FargateWorkerService(stack, id, {
    cluster: stack.node.tryFindChild('Cluster') as ecs.ICluster | undefined ?? testCluster(stack), image: IMAGE, containerPorts,
  });
}

export function onEc2(stack: Stack, networkMode: ecs.NetworkMode): Ec2WorkerService {
  return new Ec2WorkerService(stack, 'Catalog', {
    cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'shop', vpc: testVpc(stack), securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Instances', 'sg-instances')],
    }),
    image: IMAGE,
    memoryLimitMiB: 256,
    networkMode,
    containerPorts: [8080],
  });
}

export function discovery(stack: Stack, service: IEcsWorkload, props: Partial<ServiceConnectDiscoveryProps> = {}, id = 'Discovery'): ServiceConnectDiscovery {
  return new ServiceConnectDiscovery(stack, id, { service, namespace: namespaceOf(stack), ...props });
}
