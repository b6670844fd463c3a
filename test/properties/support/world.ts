import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { App, Stack } from 'aws-cdk-lib/core';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { TaskRoleBundle } from '../../../src';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}`;
const OUTPUT = fs.mkdtempSync(path.join(os.tmpdir(), 'properties-'));
afterAll(() => fs.rmSync(OUTPUT, { recursive: true, force: true }));

/** Parts of the cloud assembly that cost time and are unused here. */
const LEAN = {
  '@aws-cdk/core:failSynthOnValidationErrors': false, // Warnings go to the report, not to the console.
  'aws:cdk:disable-creation-stack-traces': true,
  'aws:cdk:version-reporting': false,
  'aws:cdk:enable-path-metadata': false,
};

/** A stack with what constructs under test lean on: network, clusters, a shared listener, a namespace. */
export class World extends Stack {
  /** The feature flags are those of an app from years ago, or those that `cdk init` writes today. */
  public static create(flags: 'none' | 'recommended' = 'none'): World {
    const context = { ...LEAN, ...(flags === 'recommended' ? { ...recommendedFlags, ...LEAN } : {}) };
    return new World(new App({ context, treeMetadata: false, analyticsReporting: false, outdir: fs.mkdtempSync(path.join(OUTPUT, 'app-')) }));
  }

  public readonly vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-0000000000000011', 'subnet-0000000000000012'],
    publicSubnetRouteTableIds: ['rtb-0000000000000011', 'rtb-0000000000000012'],
    privateSubnetRouteTableIds: ['rtb-0000000000000021', 'rtb-0000000000000022'],
    privateSubnetIds: ['subnet-0000000000000021', 'subnet-0000000000000022'],
  });

  public readonly cluster = new ecs.Cluster(this, 'Cluster', { vpc: this.vpc });

  public readonly ec2Cluster = ecs.Cluster.fromClusterAttributes(this, 'Ec2Cluster', {
    clusterName: 'instances', vpc: this.vpc, hasEc2Capacity: true,
  });

  public readonly loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', { vpc: this.vpc });

  public readonly listener = this.loadBalancer.addListener('Listener', {
    protocol: elbv2.ApplicationProtocol.HTTP,
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });

  public readonly importedListener = elbv2.ApplicationListener.fromApplicationListenerAttributes(this, 'ImportedListener', {
    listenerArn: `${ARN}:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2`,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(this, 'ListenerSecurityGroup', 'sg-0123456789abcdef0'),
  });

  public readonly importedTargetGroup = elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(this, 'ImportedTargetGroup', {
    targetGroupArn: `${ARN}:targetgroup/shared/73e2d6bc24d8a067`,
    loadBalancerArns: `${ARN}:loadbalancer/app/shared/50dc6c495c0c9188`,
  });

  public readonly hostedZone = route53.HostedZone.fromHostedZoneAttributes(this, 'HostedZone', {
    hostedZoneId: 'Z0000000000000000001', zoneName: 'example.com',
  });

  public readonly certificate = acm.Certificate.fromCertificateArn(this, 'Certificate',
    `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/12345678-1234-1234-1234-123456789012`);

  public readonly dnsNamespace = new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'demo.local', vpc: this.vpc });

  public readonly httpNamespace = new cloudmap.HttpNamespace(this, 'HttpNamespace', { name: 'http' });

  /** Resources that small services share: the fewer resources a case has, the less there is to validate. */
  public readonly shared = {
    taskRoles: new TaskRoleBundle(this, 'Roles'),
    logging: { logGroup: logs.LogGroup.fromLogGroupName(this, 'LogGroup', '/shared') },
    securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(this, 'SecurityGroup', 'sg-0123456789abcdef1')],
  };

  private constructor(private readonly app: App) {
    super(app, 'World');
  }

  /** Writes the template. What a synth throws for is thrown. */
  public synthesize(): Synthesized {
    const { templateFullPath, template, messages } = this.app.synth().getStackArtifact(this.artifactId);
    return { templatePath: templateFullPath, resources: template.Resources, messages: messages.map(({ entry }) => String(entry.data)) };
  }
}

/** A resource as the template has it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: any;
  readonly DependsOn?: string[];
}

export type Resources = { readonly [logicalId: string]: Resource };

export interface Synthesized {
  readonly templatePath: string;
  readonly resources: Resources;
  /** Warnings and other annotations. */
  readonly messages: readonly string[];
}
