import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  service.connections.allowFromAnyIpv4(ec2.Port.tcp(80));
};

export const plain: Fix = ({ service, loadBalancer }) => {
  service.connections.allowFrom(loadBalancer, ec2.Port.tcp(80));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
