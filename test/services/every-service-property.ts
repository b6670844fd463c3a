import * as acmpca from 'aws-cdk-lib/aws-acmpca';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, Size, type Stack } from 'aws-cdk-lib/core';
import { RatesStack } from '../../examples/vpc-lattice/rates-stack';
import {
  CircuitBreakerThreshold, CloudMapDiscovery, CpuTargetScaling, Deployment, DeploymentHook, EarlySuccessCleanup, EbsVolume, Ec2WorkerService,
  FargateMix, FargateWebService, FargateWorkerService, Ingress, ServiceConnectDiscovery, TestTraffic,
} from '../../src';
import { IMAGE, testCluster, testStack, testVpc } from '../support/stacks';

function hooks(stack: Stack): DeploymentHook[] {
  const handler = lambda.Function.fromFunctionName(stack, 'Hook', 'hook');
  const stages = [ecs.DeploymentLifecycleStage.POST_SCALE_UP];
  return [DeploymentHook.lambda(handler, { stages, details: { a: 'b' } }), DeploymentHook.pause({ stages, timeout: Duration.minutes(5) })];
}

function web(deployment: (stack: Stack) => Deployment): Stack {
  const stack = testStack();
  new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment: deployment(stack) });
  return stack;
}

function rolling(): Stack {
  const stack = testStack();
  const worker = new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: IMAGE,
    capacity: FargateMix.withSpot({ onDemandBase: 1 }),
    enableExecuteCommand: true,
    deployment: Deployment.rolling({
      circuitBreakerThreshold: CircuitBreakerThreshold.taskCount(5),
      resetOnHealthyTask: true,
      earlySuccess: { healthyPercent: 100, cleanup: EarlySuccessCleanup.DEFERRED },
    }),
  });
  new CpuTargetScaling(stack, 'Cpu', { service: worker, targetUtilizationPercent: 60, minCapacity: 1, maxCapacity: 5, highResolution: true });
  new EbsVolume(stack, 'Index', { service: worker, size: Size.gibibytes(100), encryptionKey: new kms.Key(stack, 'Key'), containerPath: '/index' });
  return stack;
}

function connected(): Stack {
  const stack = testStack();
  const namespace = new cloudmap.HttpNamespace(stack, 'Namespace', { name: 'shop' });
  const service = new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack),
    image: IMAGE,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) }),
  });
  new ServiceConnectDiscovery(stack, 'Connect', {
    service,
    namespace,
    logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy', mode: ecs.AwsLogDriverMode.NON_BLOCKING }),
    accessLog: { format: ecs.ServiceConnectAccessLogFormat.JSON, includeQueryParameters: true },
    endpoints: [{
      name: 'web',
      containerPort: 80,
      ingressPortOverride: 8081,
      idleTimeout: Duration.minutes(1),
      perRequestTimeout: Duration.minutes(1),
      tls: {
        certificateAuthority: acmpca.CertificateAuthority.fromCertificateAuthorityArn(stack, 'Ca', 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1'),
        kmsKey: new kms.Key(stack, 'Key'),
      },
    }],
  });
  return stack;
}

function discovered(): Stack {
  const stack = testStack();
  const vpc = testVpc(stack);
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Ec2', { clusterName: 'ec2', vpc, hasEc2Capacity: true });
  const worker = new Ec2WorkerService(stack, 'Worker', {
    cluster,
    image: IMAGE,
    memoryLimitMiB: 64,
    containerPorts: [80],
    networkMode: ecs.NetworkMode.BRIDGE,
    placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:a == b')],
    placementStrategies: [ecs.PlacementStrategy.packedByCpu()],
  });
  const dnsNamespace = new cloudmap.PrivateDnsNamespace(stack, 'Dns', { name: 'shop.local', vpc });
  new CloudMapDiscovery(stack, 'Discovery', { service: worker, dnsNamespace, name: 'worker' });
  return stack;
}

/** Services with each property that the library writes, as far as they go together. */
export function everyServiceProperty(): readonly Stack[] {
  return [
    web((stack) => Deployment.blueGreen({ bakeTime: Duration.minutes(5), hooks: hooks(stack), testTraffic: TestTraffic.onPort(8443) })),
    web(() => Deployment.canary({ canaryPercent: 10, canaryBakeTime: Duration.minutes(5) })),
    web(() => Deployment.linear({ stepPercent: 20, stepBakeTime: Duration.minutes(5) })),
    rolling(),
    connected(),
    discovered(),
    new RatesStack(testStack().node.root as never, 'Rates', { imageTag: '1.27', latticePrefixListId: 'pl-0123456789abcdef0' }),
  ];
}
