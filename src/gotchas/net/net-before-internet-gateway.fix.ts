import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const vpc = new ec2.CfnVPC(stack, 'Network', { cidrBlock: '10.0.0.0/16' });
  const gateway = new ec2.CfnInternetGateway(stack, 'Gateway');
  const internetGatewayId = gateway.ref;
  new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId: vpc.ref, internetGatewayId });
  const table = new ec2.CfnRouteTable(stack, 'Public', { vpcId: vpc.ref });
  new ec2.CfnRoute(stack, 'ToInternet', {
    routeTableId: table.ref,
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: gateway.ref,
  });
};

export const plain: Fix = ({ stack }) => {
  const vpc = new ec2.CfnVPC(stack, 'Network', { cidrBlock: '10.0.0.0/16' });
  const gateway = new ec2.CfnInternetGateway(stack, 'Gateway');
  const internetGatewayId = gateway.ref;
  const attachment = new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId: vpc.ref, internetGatewayId });
  const table = new ec2.CfnRouteTable(stack, 'Public', { vpcId: vpc.ref });
  new ec2.CfnRoute(stack, 'ToInternet', {
    routeTableId: table.ref,
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: gateway.ref,
  }).node.addDependency(attachment);
};
