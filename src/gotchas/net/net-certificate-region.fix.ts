import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer }) => {
  // The stack is in eu-west-1.
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [{ certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop' }],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const plain: Fix = ({ loadBalancer, certificate }) => {
  // The stack and the certificate are in eu-west-1.
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  const ingress = Ingress.internalHttps({ domainName: 'shop.internal', certificate });
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/shop');
  const ingress = Ingress.publicHttps({ domainName: 'shop.example.com', certificate });
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress });
};
