import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as actions from 'aws-cdk-lib/aws-elasticloadbalancingv2-actions';
import { FargateWebService, Ingress, SignIn } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, loadBalancer, certificate }) => {
  const userPool = new cognito.UserPool(stack, 'Users');
  const userPoolDomain = userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'office' } });
  const userPoolClient = userPool.addClient('LoadBalancer', {
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID],
      callbackUrls: ['https://office.example.com/oauth2/idpresponse'],
    },
  });
  const next = elbv2.ListenerAction.fixedResponse(200, { messageBody: 'Signed in' });
  const defaultAction = new actions.AuthenticateCognitoAction({ userPool, userPoolClient, userPoolDomain, next });
  loadBalancer.addListener('Https', { port: 443, certificates: [certificate], defaultAction });
};

export const plain: Fix = ({ stack, loadBalancer, certificate }) => {
  const userPool = new cognito.UserPool(stack, 'Users');
  const userPoolDomain = userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'office' } });
  const userPoolClient = userPool.addClient('LoadBalancer', {
    generateSecret: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID],
      callbackUrls: ['https://office.example.com/oauth2/idpresponse'],
    },
  });
  const next = elbv2.ListenerAction.fixedResponse(200, { messageBody: 'Signed in' });
  const defaultAction = new actions.AuthenticateCognitoAction({ userPool, userPoolClient, userPoolDomain, next });
  loadBalancer.addListener('Https', { port: 443, certificates: [certificate], defaultAction });
};

export const guarded: Fix = ({ stack, cluster, image, certificate }) => {
  const userPool = new cognito.UserPool(stack, 'Users');
  const userPoolDomain = userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'office' } });
  const userPoolClient = userPool.addClient('LoadBalancer', {
    generateSecret: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID],
      callbackUrls: ['https://office.example.com/oauth2/idpresponse'],
    },
  });
  const signIn = SignIn.cognito({ userPool, userPoolClient, userPoolDomain });
  const ingress = Ingress.publicHttps({ domainName: 'office.example.com', certificate, signIn });
  new FargateWebService(stack, 'Office', { cluster, image, containerPort: 80, ingress });
};

export const refused: Fix = ({ stack, cluster, image, certificate }) => {
  const userPool = new cognito.UserPool(stack, 'Users');
  const userPoolDomain = userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'office' } });
  const userPoolClient = userPool.addClient('LoadBalancer');
  const signIn = SignIn.cognito({ userPool, userPoolClient, userPoolDomain });
  const ingress = Ingress.publicHttps({ domainName: 'office.example.com', certificate, signIn });
  new FargateWebService(stack, 'Office', { cluster, image, containerPort: 80, ingress });
};
