import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Reference, Token, Tokenization } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { render } from '../gotchas/message';
import { netOtherVpc } from '../gotchas/net/net-other-vpc';

const CONNECTIONS = [ec2.CfnVPCPeeringConnection, ec2.CfnTransitGatewayAttachment, ec2.CfnTransitGatewayVpcAttachment];

/** Adds an error of synthesis for traffic between security groups of two VPCs of the app that nothing in it connects: EC2 refuses the rule. */
export function checkOneVpc(scope: IConstruct, property: string, from: ec2.IConnectable, to: ec2.IConnectable): void {
  if (from.connections.securityGroups.length === 0) return;
  scope.node.addValidation({ validate: () => apartErrors(scope, property, vpcsOf(from), vpcsOf(to)) });
}

function apartErrors({ node }: IConstruct, property: string, from: readonly IConstruct[], to: readonly IConstruct[]): string[] {
  const other = from.find((vpc) => to.some((one) => one !== vpc));
  if (other === undefined || isConnected(node.root)) return [];
  const own = to.find((vpc) => vpc !== other);
  return [render({
    headline: `${property} is traffic from ${placeOf(other)} to ${placeOf(own)}, two VPCs that nothing connects`,
    gotcha: netOtherVpc,
    at: node.path,
    property,
    why: 'The rule of a security group names groups of its own VPC, or of one that a peering connects with it. EC2 refuses the rule otherwise.',
    fix: 'put both into clusters of one VPC, or connect the VPCs by peering',
  })];
}

/** VPCs of the app in which the security groups of something are. */
function vpcsOf({ connections }: ec2.IConnectable): readonly IConstruct[] {
  return connections.securityGroups.flatMap(({ node: { defaultChild: group } }) => {
    if (!(group instanceof ec2.CfnSecurityGroup) || !Token.isUnresolved(group.vpcId)) return [];
    const token = Tokenization.reverse(group.vpcId);
    return Reference.isReference(token) ? [token.target] : [];
  });
}

function isConnected(root: IConstruct): boolean {
  return root.node.findAll().some((one) => CONNECTIONS.some((kind) => one instanceof kind));
}

/** The path of a VPC, without the name of its resource. */
function placeOf(vpc: IConstruct | undefined): string {
  return vpc?.node.path.replace(/\/Resource$/, '') ?? '';
}
