import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import {
  CloudMapDiscovery, CpuTargetScaling, Deployment, FargateSize, FargateWebService, Ingress, TaskRoleBundle,
} from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface WebAppStackProps extends StackProps {
  /** The tag of the application's image. */
  readonly imageTag: string;
  readonly desiredCount: number;
}

/** nginx in front of an application: behind a load balancer, scaled on CPU, with the DNS name my-service.demo.local. */
export class WebAppStack extends Stack {
  public readonly web: FargateWebService;

  constructor(scope: Construct, id: string, props: WebAppStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 1,
      // Layers of images in Amazon ECR come from Amazon S3. The endpoint is free, the NAT gateway bills each GB.
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });

    const uploads = s3.Bucket.fromBucketName(this, 'Uploads', 'my-web-app-uploads');
    const orders = dynamodb.Table.fromTableName(this, 'Orders', 'my-web-app-orders');
    const roles = new TaskRoleBundle(this, 'Roles');
    roles.allow('app', { actions: ['s3:GetObject'], resources: [uploads.arnForObjects('*')] });
    roles.allow('app', { actions: ['dynamodb:GetItem'], resources: [orders.tableArn] });

    const database = secretsmanager.Secret.fromSecretNameV2(this, 'DatabaseUrl', 'my-web-app/database-url');
    const repository = ecr.Repository.fromRepositoryName(this, 'Repository', 'my-web-app');

    this.web = new FargateWebService(this, 'Web', {
      cluster,
      size: FargateSize.of(256, 512),
      image: ecs.ContainerImage.fromEcrRepository(repository, props.imageTag),
      containerName: 'app',
      containerPorts: [8080],
      secrets: { DATABASE_URL: ecs.Secret.fromSecretsManager(database) },
      dependsOn: [{ containerName: 'nginx', condition: ecs.ContainerDependencyCondition.HEALTHY }],
      sidecars: [{
        containerName: 'nginx',
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.25'),
        containerPorts: [80],
        // Every response counts as healthy: nginx returns 502 until the application has started.
        healthCheck: { command: ['CMD-SHELL', 'curl --silent http://localhost/ || exit 1'], interval: Duration.seconds(10) },
        startTimeout: Duration.seconds(60),
      }],
      targetContainerName: 'nginx',
      containerPort: 80,
      ingress: Ingress.publicHttp(),
      taskRoles: roles,
      logging: { logGroupName: '/ecs/my-web-app', removalPolicy: RemovalPolicy.DESTROY },
      desiredCount: props.desiredCount,
      deployment: Deployment.rolling({ minHealthyPercent: 100, maxHealthyPercent: 200 }),
    });

    new CpuTargetScaling(this, 'CpuScaling', { service: this.web, targetUtilizationPercent: 70, minCapacity: 2, maxCapacity: 10 });
    new CloudMapDiscovery(this, 'Discovery', {
      service: this.web,
      dnsNamespace: new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'demo.local', vpc }),
      name: 'my-service',
      containerPort: 80,
    });
  }
}
