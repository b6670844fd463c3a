import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, FargateWebService, Ingress } from '../index';

/** Code that a reader can copy. The page shows its body. */
export type Fix = (given: Given) => void;

/** What the snippets take for granted. Only what one names is made. */
export class Given {
  private readonly made = new Map<string, unknown>();

  constructor(public readonly stack: Stack) {}

  /** a VPC with public subnets, and private ones behind a NAT gateway */
  public get vpc(): ec2.Vpc {
    return this.once('Vpc', (id) => new ec2.Vpc(this.stack, id, { maxAzs: 2, natGateways: 1 }));
  }

  /** a cluster in `vpc` */
  public get cluster(): ecs.Cluster {
    return this.once('Cluster', (id) => new ecs.Cluster(this.stack, id, { vpc: this.vpc }));
  }

  /** an image of a web server that listens on port 80 */
  public get image(): ecs.ContainerImage {
    return ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');
  }

  /** an image of an agent that collects metrics and traces */
  public get telemetryImage(): ecs.ContainerImage {
    return ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1');
  }

  /** a task definition for Fargate whose container `app` has `image`, port 80 by the name of `http`, and logs */
  public get taskDefinition(): ecs.FargateTaskDefinition {
    return this.once('Task', (id) => {
      const definition = new ecs.FargateTaskDefinition(this.stack, id, { cpu: 256, memoryLimitMiB: 512 });
      definition.addContainer('app', {
        image: this.image, portMappings: [{ name: 'http', containerPort: 80, appProtocol: ecs.AppProtocol.http }], logging: this.logging,
      });
      return definition;
    });
  }

  /** a service of `taskDefinition` in `cluster` */
  public get service(): ecs.FargateService {
    return this.once('Service', (id) => new ecs.FargateService(this.stack, id, {
      cluster: this.cluster, taskDefinition: this.taskDefinition, minHealthyPercent: 100, circuitBreaker: { rollback: true },
    }));
  }

  /** a task definition for instances, in bridge mode, whose container `app` has `image`, port 80 and logs */
  public get ec2TaskDefinition(): ecs.Ec2TaskDefinition {
    return this.once('Ec2Task', (id) => {
      const definition = new ecs.Ec2TaskDefinition(this.stack, id);
      definition.addContainer('app', { image: this.image, memoryLimitMiB: 256, portMappings: [{ containerPort: 80 }], logging: this.logging });
      return definition;
    });
  }

  /** where containers log */
  public get logGroup(): logs.LogGroup {
    return this.once('Logs', (id) => new logs.LogGroup(this.stack, id, { retention: logs.RetentionDays.ONE_MONTH }));
  }

  /** a log driver that sends to `logGroup` */
  public get logging(): ecs.LogDriver {
    return ecs.LogDrivers.awsLogs({ logGroup: this.logGroup, streamPrefix: 'app', mode: ecs.AwsLogDriverMode.NON_BLOCKING });
  }

  /** an application load balancer in the public subnets of `vpc` */
  public get loadBalancer(): elbv2.ApplicationLoadBalancer {
    return this.once('LoadBalancer', (id) => new elbv2.ApplicationLoadBalancer(this.stack, id, { vpc: this.vpc, internetFacing: true }));
  }

  /** an HTTP listener of `loadBalancer` that answers 404 where no rule says otherwise */
  public get listener(): elbv2.ApplicationListener {
    return this.once('Listener', () => this.loadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) }));
  }

  /** a cluster in `vpc` with instances behind a capacity provider */
  public get ec2Cluster(): ecs.Cluster {
    return this.once('Ec2Cluster', (id) => {
      const cluster = new ecs.Cluster(this.stack, id, { vpc: this.vpc });
      new Ec2Capacity(this.stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7i.large') });
      return cluster;
    });
  }

  /** an Auto Scaling group in `vpc` of instances with the ECS-optimized image */
  public get autoScalingGroup(): autoscaling.AutoScalingGroup {
    return this.once('Instances', (id) => new autoscaling.AutoScalingGroup(this.stack, id, {
      vpc: this.vpc, maxCapacity: 4, instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    }));
  }

  /** a FargateWebService of `image` in `cluster`, behind a load balancer of its own */
  public get web(): FargateWebService {
    return this.once('Web', (id) => new FargateWebService(this.stack, id, {
      cluster: this.cluster, image: this.image, containerPort: 80, ingress: Ingress.publicHttp(),
    }));
  }

  /** a certificate */
  public get certificate(): acm.ICertificate {
    return this.once('Certificate', (id) => acm.Certificate.fromCertificateArn(this.stack, id, 'arn:aws:acm:eu-west-1:111122223333:certificate/shop'));
  }

  /** a private DNS namespace of Cloud Map in `vpc` */
  public get namespace(): cloudmap.PrivateDnsNamespace {
    return this.once('Namespace', (id) => new cloudmap.PrivateDnsNamespace(this.stack, id, { name: 'shop.local', vpc: this.vpc }));
  }

  /** an EFS file system in `vpc` */
  public get fileSystem(): efs.FileSystem {
    return this.once('Files', (id) => new efs.FileSystem(this.stack, id, { vpc: this.vpc, encrypted: true }));
  }

  /** a bucket */
  public get bucket(): s3.Bucket {
    return this.once('Bucket', (id) => new s3.Bucket(this.stack, id));
  }

  /** a queue of SQS */
  public get queue(): sqs.Queue {
    return this.once('Queue', (id) => new sqs.Queue(this.stack, id));
  }

  /** a private repository in ECR */
  public get repository(): ecr.Repository {
    return this.once('Repository', (id) => new ecr.Repository(this.stack, id, {
      imageTagMutability: ecr.TagMutability.IMMUTABLE, lifecycleRules: [{ maxImageCount: 100 }],
    }));
  }

  /** a secret in Secrets Manager */
  public get secret(): secretsmanager.Secret {
    return this.once('Secret', (id) => new secretsmanager.Secret(this.stack, id));
  }

  private once<T>(id: string, make: (id: string) => T): T {
    if (!this.made.has(id)) this.made.set(id, make(id));
    return this.made.get(id) as T;
  }
}
