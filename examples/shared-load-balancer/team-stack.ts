import * as ecs from 'aws-cdk-lib/aws-ecs';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, RequestCountTargetScaling } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface TeamStackProps extends StackProps {
  readonly cluster: ecs.ICluster;
  /** Returns the ingress of a service, by its name. */
  readonly ingressOf: (name: string) => Ingress;
  readonly services: readonly string[];
  readonly imageTag: string;
}

/** The services of one team, with their listener rules. */
export class TeamStack extends Stack {
  constructor(scope: Construct, id: string, props: TeamStackProps) {
    super(scope, id, props);
    for (const name of props.services) {
      const service = new FargateWebService(this, name, {
        cluster: props.cluster,
        image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
        containerPort: 80,
        ingress: props.ingressOf(name),
        logging: { removalPolicy: RemovalPolicy.DESTROY },
      });
      new RequestCountTargetScaling(this, `${name}Scaling`, { service, requestsPerTarget: 1000, maxCapacity: 6 });
    }
  }
}
