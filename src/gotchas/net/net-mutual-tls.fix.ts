import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ loadBalancer, certificate }) => {
  const listener = loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
  (listener.node.defaultChild as elbv2.CfnListener).mutualAuthentication = { mode: 'verify' };
};

export const plain: Fix = ({ stack, loadBalancer, certificate, bucket }) => {
  const trustStore = new elbv2.TrustStore(stack, 'Clients', { bucket, key: 'clients.pem' });
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    mutualAuthentication: { mutualAuthenticationMode: elbv2.MutualAuthenticationMode.VERIFY, trustStore },
    defaultAction: elbv2.ListenerAction.fixedResponse(404),
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate, bucket }) => {
  const trustStore = new elbv2.TrustStore(stack, 'Clients', { bucket, key: 'clients.pem' });
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({
      domainName: 'app.example.com',
      certificate,
      mutualAuthentication: { mutualAuthenticationMode: elbv2.MutualAuthenticationMode.VERIFY, trustStore },
    }),
  });
};
