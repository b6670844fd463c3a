import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Deployment, FargateWebService, Ingress, TestTraffic } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface CodeDeployStackProps extends StackProps {
  readonly imageTag: string;
}

/** A service that CodeDeploy deploys. The stack registers new task definitions; a CodeDeploy deployment replaces the tasks. */
export class CodeDeployStack extends Stack {
  constructor(scope: Construct, id: string, props: CodeDeployStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const shop = new FargateWebService(this, 'Shop', {
      cluster,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
      containerPort: 80,
      ingress: Ingress.publicHttp(),
      deployment: Deployment.codeDeploy({
        deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        testTraffic: TestTraffic.onPort(8080, { allowFrom: [ec2.Peer.ipv4(vpc.vpcCidrBlock)] }),
        terminationWaitTime: Duration.minutes(10),
      }),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });

    // Arguments of `aws deploy create-deployment`.
    new CfnOutput(this, 'DeploymentGroup', { value: shop.codeDeployGroup!.deploymentGroupName });
    new CfnOutput(this, 'TaskDefinition', { value: shop.taskDefinition.taskDefinitionArn });
  }
}
