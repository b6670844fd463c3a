import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, RequestCountTargetScaling } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface ServiceStackProps extends StackProps {
  readonly cluster: ecs.ICluster;
  readonly listener: elbv2.IApplicationListener;
  readonly priority: number;
  readonly pathPatterns: string[];
  readonly imageTag: string;
}

/** One service with a part of the shared listener's traffic; its rule is in its own stack. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const service = new FargateWebService(this, 'Web', {
      cluster: props.cluster,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
      containerPort: 80,
      ingress: Ingress.existingListener({ listener: props.listener, priority: props.priority, pathPatterns: props.pathPatterns }),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });
    new RequestCountTargetScaling(this, 'RequestScaling', { service, requestsPerTarget: 1000, maxCapacity: 6 });
  }
}
