import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { CloudMapDiscovery, CpuTargetScaling, EcsWorkload, MemoryTargetScaling, RequestCountTargetScaling } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface ExistingServicesStackProps extends StackProps {
  readonly imageTag: string;
}

/** Scaling and discovery for services of the L2 and of ecs-patterns. */
export class ExistingServicesStack extends Stack {
  constructor(scope: Construct, id: string, props: ExistingServicesStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const image = ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`);
    const logGroup = new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    const logDriver = (streamPrefix: string) => ecs.LogDriver.awsLogs({ logGroup, streamPrefix, mode: ecs.AwsLogDriverMode.NON_BLOCKING });

    const pattern = new patterns.ApplicationLoadBalancedFargateService(this, 'Shop', {
      cluster,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      taskImageOptions: { image, logDriver: logDriver('shop') },
    });
    pattern.targetGroup.setAttribute('deregistration_delay.timeout_seconds', '30');
    // Tasks that start before the policies of their roles are attached fail.
    pattern.service.node.addDependency(pattern.taskDefinition.obtainExecutionRole());
    const shop = EcsWorkload.fromLoadBalancedService(pattern.service, pattern.targetGroup);
    new RequestCountTargetScaling(this, 'ShopRequests', { service: shop, requestsPerTarget: 1000, minCapacity: 2, maxCapacity: 6 });
    new CpuTargetScaling(this, 'ShopCpu', { service: shop });

    const taskDefinition = new ecs.FargateTaskDefinition(this, 'CatalogTask', { cpu: 256, memoryLimitMiB: 512 });
    taskDefinition.addContainer('catalog', { image, portMappings: [{ containerPort: 80 }], logging: logDriver('catalog') });
    const plain = new ecs.FargateService(this, 'Catalog', {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
    plain.node.addDependency(taskDefinition.obtainExecutionRole());
    const catalog = EcsWorkload.fromService(plain);
    new MemoryTargetScaling(this, 'CatalogMemory', { service: catalog, targetUtilizationPercent: 80 });
    new CloudMapDiscovery(this, 'CatalogDiscovery', {
      service: catalog,
      dnsNamespace: new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'shop.local', vpc }),
      name: 'catalog',
      dnsTtl: Duration.seconds(30),
      allowFrom: [pattern.service],
    });
  }
}
