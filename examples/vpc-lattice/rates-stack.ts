import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { CpuTargetScaling, FargateWorkerService, LatticeIngress } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface RatesStackProps extends StackProps {
  readonly imageTag: string;

  /** The managed prefix list of VPC Lattice in the region, com.amazonaws.REGION.vpc-lattice: `aws ec2 describe-managed-prefix-lists` lists its id. */
  readonly latticePrefixListId: string;
}

/** Exchange rates for services of other teams in other VPCs, without peering and without a load balancer. */
export class RatesStack extends Stack {
  constructor(scope: Construct, id: string, { imageTag, latticePrefixListId, ...props }: RatesStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const service = new FargateWorkerService(this, 'Rates', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${imageTag}`),
      containerPorts: [80],
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });

    // Other teams associate their VPCs with the network, or share it with AWS RAM.
    const network = new vpclattice.CfnServiceNetwork(this, 'Network', { authType: 'NONE' });
    const lattice = new LatticeIngress(this, 'Lattice', {
      service,
      prefixList: ec2.Peer.prefixList(latticePrefixListId),
      serviceNetworkIdentifiers: [network.attrArn],
    });
    new CpuTargetScaling(this, 'CpuScaling', { service, targetUtilizationPercent: 60, minCapacity: 2, maxCapacity: 6 });

    new CfnOutput(this, 'ServiceNetwork', { value: network.ref });
    new CfnOutput(this, 'Url', { value: `https://${lattice.latticeService!.attrDnsEntryDomainName}` });
  }
}
