import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ vpc, service }) => {
  const endpoint = vpc.addInterfaceEndpoint('Logs', {
    service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
    open: false,
  });
  endpoint.connections.allowFrom(service, ec2.Port.tcp(80));
};

export const plain: Fix = ({ vpc, service }) => {
  const endpoint = vpc.addInterfaceEndpoint('Logs', {
    service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
    open: false,
  });
  endpoint.connections.allowDefaultPortFrom(service);
};

export const guarded: Fix = ({ vpc, web }) => {
  const endpoint = vpc.addInterfaceEndpoint('Logs', {
    service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
    open: false,
  });
  endpoint.connections.allowDefaultPortFrom(web);
};
