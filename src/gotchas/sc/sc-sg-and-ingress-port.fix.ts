import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ service, web }) => {
  service.enableServiceConnect({
    namespace: 'shop.local',
    services: [{ portMappingName: 'http', dnsName: 'orders', ingressPortOverride: 15000 }],
  });
  service.connections.allowFrom(web, ec2.Port.tcp(15000));
};
