import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FargateWebService, Ingress, SignIn } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, loadBalancer, secret, service }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Office', { vpc, port: 80, targets: [service] });
  loadBalancer.addListener('Http', {
    port: 80,
    defaultAction: elbv2.ListenerAction.authenticateOidc({
      issuer: 'https://login.example.com',
      authorizationEndpoint: 'https://login.example.com/authorize',
      tokenEndpoint: 'https://login.example.com/token',
      userInfoEndpoint: 'https://login.example.com/userinfo',
      clientId: 'office',
      clientSecret: secret.secretValue,
      next: elbv2.ListenerAction.forward([targetGroup]),
    }),
  });
};

export const plain: Fix = ({ stack, vpc, loadBalancer, certificate, secret, service }) => {
  const targetGroup = new elbv2.ApplicationTargetGroup(stack, 'Office', { vpc, port: 80, targets: [service] });
  loadBalancer.addListener('Https', {
    port: 443,
    certificates: [certificate],
    defaultAction: elbv2.ListenerAction.authenticateOidc({
      issuer: 'https://login.example.com',
      authorizationEndpoint: 'https://login.example.com/authorize',
      tokenEndpoint: 'https://login.example.com/token',
      userInfoEndpoint: 'https://login.example.com/userinfo',
      clientId: 'office',
      clientSecret: secret.secretValue,
      next: elbv2.ListenerAction.forward([targetGroup]),
    }),
  });
};

export const guarded: Fix = ({ stack, cluster, image, certificate, secret }) => {
  const signIn = SignIn.oidc({
    issuer: 'https://login.example.com',
    authorizationEndpoint: 'https://login.example.com/authorize',
    tokenEndpoint: 'https://login.example.com/token',
    userInfoEndpoint: 'https://login.example.com/userinfo',
    clientId: 'office',
    clientSecret: secret.secretValue,
  });
  new FargateWebService(stack, 'Office', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttps({ domainName: 'office.example.com', certificate, signIn }),
  });
};
