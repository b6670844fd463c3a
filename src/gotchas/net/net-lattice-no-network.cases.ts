import { CfnOutput, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

/** A service in a target group that the listener of a service of VPC Lattice forwards to. */
function called(stack: Stack): CfnResource {
  const group = resource(stack, 'Group', 'AWS::VpcLattice::TargetGroup', { Type: 'IP', Config: { Port: 8080, Protocol: 'HTTP', VpcIdentifier: 'vpc-1' } });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 8080, Name: 'http' }] }).ref,
    VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::111122223333:role/lattice', TargetGroupArn: group.getAtt('Arn') }],
  });
  const own = resource(stack, 'Orders', 'AWS::VpcLattice::Service', {});
  const DefaultAction = { Forward: { TargetGroups: [{ TargetGroupIdentifier: group.getAtt('Id'), Weight: 100 }] } };
  resource(stack, 'Listener', 'AWS::VpcLattice::Listener', { ServiceIdentifier: own.getAtt('Id'), Protocol: 'HTTPS', DefaultAction });
  return own;
}

function associated(stack: Stack, ServiceNetworkIdentifier: unknown, ServiceIdentifier: unknown = called(stack).getAtt('Id')): void {
  resource(stack, 'OfService', 'AWS::VpcLattice::ServiceNetworkServiceAssociation', { ServiceNetworkIdentifier, ServiceIdentifier });
}

function network(stack: Stack, VpcIdentifier?: string): unknown {
  const own = resource(stack, 'Network', 'AWS::VpcLattice::ServiceNetwork', {});
  if (VpcIdentifier) resource(stack, 'OfVpc', 'AWS::VpcLattice::ServiceNetworkVpcAssociation', { ServiceNetworkIdentifier: own.getAtt('Id'), VpcIdentifier });
  return own.getAtt('Id');
}

export const cases: readonly GotchaCase[] = [
  { name: 'the service is in no network', caught: true, app: (stack) => void called(stack) },
  { name: 'the network has no VPC', caught: true, app: (stack) => associated(stack, network(stack)) },
  {
    name: 'another service is in the network',
    caught: true,
    app: (stack) => {
      called(stack);
      associated(stack, network(stack, 'vpc-1'), 'svc-1');
    },
  },
  { name: 'service and VPC are in the network', caught: false, app: (stack) => associated(stack, network(stack, 'vpc-1')) },
  { name: 'the network is outside of the app', caught: false, app: (stack) => associated(stack, 'sn-1') },
  { name: 'a parameter is the network', caught: false, app: (stack) => associated(stack, parameter(stack)) },
  {
    name: 'the service is shared with another account',
    caught: false,
    app: (stack) => void resource(stack, 'Share', 'AWS::RAM::ResourceShare', { Name: 'orders', ResourceArns: [called(stack).getAtt('Arn')] }),
  },
  {
    name: 'an endpoint leads to the network',
    caught: false,
    app: (stack) => {
      const ServiceNetworkArn = network(stack);
      associated(stack, ServiceNetworkArn);
      resource(stack, 'Endpoint', 'AWS::EC2::VPCEndpoint', { VpcEndpointType: 'ServiceNetwork', ServiceNetworkArn, VpcId: 'vpc-1' });
    },
  },
  { name: 'an output exposes the service', caught: false, notChecked: true, app: (stack) => void new CfnOutput(stack, 'Id', { value: called(stack).getAtt('Arn').toString() }) },
  { name: 'there is no VPC Lattice', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
];
