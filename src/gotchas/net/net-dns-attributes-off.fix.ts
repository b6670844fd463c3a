import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const network = new ec2.Vpc(stack, 'Network', { maxAzs: 2, enableDnsSupport: true, enableDnsHostnames: false });
  network.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
};

export const plain: Fix = ({ stack }) => {
  const network = new ec2.Vpc(stack, 'Network', { maxAzs: 2, enableDnsSupport: true, enableDnsHostnames: true });
  network.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
};
