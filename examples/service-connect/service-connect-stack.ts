import * as acmpca from 'aws-cdk-lib/aws-acmpca';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import {
  Deployment, FargateSize, FargateWebService, FargateWorkerService, Ingress, ServiceConnectDiscovery, TestTraffic,
} from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface ServiceConnectStackProps extends StackProps {
  readonly imageTag: string;

  /** The ARN of a private certificate authority with the tag `AmazonECSManaged`. Without it, calls to orders are not encrypted. */
  readonly certificateAuthorityArn?: string;
}

/** A shop: the web service calls catalog and orders, and orders calls catalog. */
export class ServiceConnectStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceConnectStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const namespace = new cloudmap.HttpNamespace(this, 'Namespace', { name: 'shop' });
    const common = {
      cluster,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
      size: FargateSize.of(512, 1024),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    };

    const web = new FargateWebService(this, 'Web', { ...common, containerPort: 80, ingress: Ingress.publicHttp() });
    new ServiceConnectDiscovery(this, 'WebConnect', { service: web, namespace });

    // A new version receives calls with the header first, then 5 percent of all calls, then all.
    const catalog = new FargateWorkerService(this, 'Catalog', {
      ...common,
      containerPorts: [80],
      deployment: Deployment.canary({ testTraffic: TestTraffic.withHeader('X-Preview', ['catalog']) }),
    });
    new ServiceConnectDiscovery(this, 'CatalogConnect', { service: catalog, namespace, endpoints: [{ name: 'catalog' }] });

    const orders = new FargateWorkerService(this, 'Orders', { ...common, containerPorts: [80] });
    new ServiceConnectDiscovery(this, 'OrdersConnect', {
      service: orders,
      namespace,
      endpoints: [{
        name: 'orders',
        perRequestTimeout: Duration.seconds(60),
        tls: props.certificateAuthorityArn === undefined ? undefined : {
          certificateAuthority: acmpca.CertificateAuthority.fromCertificateAuthorityArn(this, 'Authority', props.certificateAuthorityArn),
        },
      }],
      accessLog: { format: ecs.ServiceConnectAccessLogFormat.JSON },
    });

    // The web service has CATALOG_URL=http://catalog and ORDERS_URL=http://orders, and is created after both.
    web.connectTo(catalog);
    web.connectTo(orders);
    orders.connectTo(catalog);
  }
}
