import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { TargetGroupOptions } from './target-group';
import type { TargetOptions } from './target-options';
import type { DeploymentConfig } from '../deployment/deployment-config';

/** The service that an ingress brings traffic to. */
export interface IngressTarget {
  /** Name by which callers choose this ingress. */
  readonly name: string;
  readonly cluster: ecs.ICluster;
  readonly service: ecs.BaseService;
  readonly containerName: string;
  readonly containerPort: number;
  readonly targetGroup: TargetGroupOptions;
  /** Settings of the deployment, which may need a second target group. */
  readonly deployment: DeploymentConfig;
  /** The security group that was made for these tasks alone, if one was. */
  readonly ownSecurityGroup?: ec2.SecurityGroup;
}

/** Resources that an ingress created or used. */
export interface IngressConfig {
  readonly targetGroup: elbv2.IApplicationTargetGroup;
  readonly loadBalancer: elbv2.IApplicationLoadBalancer;
  /** The second target group of a deployment that moves traffic. */
  readonly alternateTargetGroup?: elbv2.IApplicationTargetGroup;
  /** Listener that CodeDeploy changes to move traffic. */
  readonly listener?: elbv2.IApplicationListener;
  readonly testListener?: elbv2.IApplicationListener;
}

/** Checks and creates one kind of ingress. */
export interface IngressKind {
  /** True if a deployment can move its traffic to a second target group. */
  readonly shiftsTraffic?: boolean;

  /** Options of the target groups that it creates. */
  readonly target?: TargetOptions;

  /** Throws for options that can't be right, before anything is created. */
  check(at: string, wanted: TargetGroupOptions, deployment: DeploymentConfig, vpc: ec2.IVpc): void;

  bind(scope: Construct, target: IngressTarget): IngressConfig;
}
