import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { App, type Stack } from 'aws-cdk-lib/core';
import { FargateWebService, FargateWorkerService, Ingress, OneOffTask, SharedLoadBalancer } from '../../src/index';

/** Values of the names that `rosetta/default.ts-fixture` declares. A getter creates its value once, in the stack of the block. */
export class Given {
  public readonly image = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');
  private readonly created = new Map<string, unknown>();

  public constructor(private readonly stack: Stack) {}

  public get app(): App {
    return this.stack.node.root as App;
  }

  public get vpc(): ec2.Vpc {
    return this.once('Vpc', (id) => new ec2.Vpc(this.stack, id, {
      maxAzs: 2, natGateways: 1, gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    }));
  }

  public get cluster(): ecs.Cluster {
    return this.once('Cluster', (id) => new ecs.Cluster(this.stack, id, { vpc: this.vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }));
  }

  public get repository(): ecr.IRepository {
    return this.once('Repository', (id) => ecr.Repository.fromRepositoryName(this.stack, id, 'shop'));
  }

  public get bucket(): s3.Bucket {
    return this.once('Bucket', (id) => new s3.Bucket(this.stack, id));
  }

  public get queue(): sqs.Queue {
    return this.once('Queue', (id) => new sqs.Queue(this.stack, id, { deadLetterQueue: { queue: new sqs.Queue(this.stack, `${id}Dead`), maxReceiveCount: 5 } }));
  }

  public get topic(): sns.Topic {
    return this.once('Topic', (id) => new sns.Topic(this.stack, id, { enforceSSL: true }));
  }

  public get secret(): secretsmanager.ISecret {
    return this.once('Secret', (id) => secretsmanager.Secret.fromSecretNameV2(this.stack, id, 'shop/database-url'));
  }

  public get hostedZone(): route53.IHostedZone {
    const zone = { hostedZoneId: 'Z0123456789EXAMPLE00', zoneName: 'example.com' };
    return this.once('Zone', (id) => route53.HostedZone.fromHostedZoneAttributes(this.stack, id, zone));
  }

  public get certificate(): acm.ICertificate {
    const arn = 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555';
    return this.once('Certificate', (id) => acm.Certificate.fromCertificateArn(this.stack, id, arn));
  }

  public get listener(): elbv2.IApplicationListener {
    return this.once('Listener', (id) => elbv2.ApplicationListener.fromApplicationListenerAttributes(this.stack, id, {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/platform/50dc6c495c0c9188/f2f7dc8efc522ab2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(this.stack, `${id}Group`, 'sg-0123456789abcdef0'),
    }));
  }

  public get shared(): SharedLoadBalancer {
    return this.once('Shared', (id) => new SharedLoadBalancer(this.stack, id, { vpc: this.vpc, hostedZone: this.hostedZone }));
  }

  public get httpNamespace(): cloudmap.HttpNamespace {
    return this.once('HttpNamespace', (id) => new cloudmap.HttpNamespace(this.stack, id, { name: 'shop' }));
  }

  public get dnsNamespace(): cloudmap.PrivateDnsNamespace {
    return this.once('DnsNamespace', (id) => new cloudmap.PrivateDnsNamespace(this.stack, id, { name: 'shop.local', vpc: this.vpc }));
  }

  public get alarm(): cloudwatch.IAlarm {
    return this.once('Alarm', (id) => cloudwatch.Alarm.fromAlarmArn(this.stack, id, 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:shop-errors'));
  }

  public get web(): FargateWebService {
    return this.once('Web', (id) => this.service(id));
  }

  public get api(): FargateWebService {
    return this.once('Api', (id) => this.service(id));
  }

  public get worker(): FargateWorkerService {
    return this.once('Worker', (id) => new FargateWorkerService(this.stack, id, { cluster: this.cluster, image: this.image }));
  }

  public get migration(): OneOffTask {
    return this.once('Migration', (id) => new OneOffTask(this.stack, id, { cluster: this.cluster, image: this.image, command: ['npm', 'run', 'migrate'] }));
  }

  public get plainService(): ecs.FargateService {
    return this.once('PlainService', (id) => {
      const taskDefinition = new ecs.FargateTaskDefinition(this.stack, `${id}Task`, { cpu: 256, memoryLimitMiB: 512 });
      const logging = ecs.LogDrivers.awsLogs({ streamPrefix: 'plain', logRetention: 30, mode: ecs.AwsLogDriverMode.NON_BLOCKING });
      taskDefinition.addContainer('app', { image: this.image, logging, portMappings: [{ containerPort: 80 }] });
      const service = new ecs.FargateService(this.stack, id, {
        cluster: this.cluster, taskDefinition, minHealthyPercent: 100, maxHealthyPercent: 200, circuitBreaker: { rollback: true }, desiredCount: 2,
      });
      service.node.addDependency(taskDefinition.obtainExecutionRole());
      return service;
    });
  }

  public get legacy(): ecs.FargateService {
    return this.plainService;
  }

  private service(id: string): FargateWebService {
    return new FargateWebService(this.stack, id, {
      cluster: this.cluster, image: this.image, containerPort: 8080, ingress: Ingress.publicHttps({ domainName: `${id.toLowerCase()}.example.com`, hostedZone: this.hostedZone }),
    });
  }

  private once<T>(id: string, create: (id: string) => T): T {
    if (!this.created.has(id)) this.created.set(id, create(`Given${id}`));
    return this.created.get(id) as T;
  }
}
