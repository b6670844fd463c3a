import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Duration, Fn, SecretValue, Stack } from 'aws-cdk-lib/core';
import { Deployment, FargateWebService, Ingress, SignIn, type FargateWebServiceProps, type OidcSignInOptions } from '../../src';
import { platform } from '../support/platform';
import { messageOf } from '../support/refusals';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const OIDC: OidcSignInOptions = {
  issuer: 'https://idp.example.com',
  authorizationEndpoint: 'https://idp.example.com/authorize',
  tokenEndpoint: 'https://idp.example.com/token',
  userInfoEndpoint: 'https://idp.example.com/userinfo',
  clientId: 'shop',
  clientSecret: SecretValue.secretsManager('shop/oidc'),
};
const CALLBACK = 'https://app.example.com/oauth2/idpresponse';

function service(stack: Stack, signIn: SignIn, props: Partial<FargateWebServiceProps> = {}): FargateWebService {
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
  const ingress = Ingress.publicHttps({ domainName: 'app.example.com', certificate, signIn });
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress, ...props });
}

function withCognito(stack: Stack, { generateSecret = true, callbackUrls = [CALLBACK] } = {}): SignIn {
  const userPool = new cognito.UserPool(stack, 'Users');
  return SignIn.cognito({
    userPool,
    userPoolClient: userPool.addClient('Client', { generateSecret, oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls } }),
    userPoolDomain: userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'shop' } }),
    sessionTimeout: Duration.hours(8),
  });
}

test('users of a user pool sign in before a request reaches a task', () => {
  const stack = testStack();
  service(stack, withCognito(stack));
  Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 443,
    DefaultActions: [
      { Order: 1, Type: 'authenticate-cognito', AuthenticateCognitoConfig: Match.objectLike({ SessionTimeout: '28800', UserPoolDomain: { Ref: Match.stringLikeRegexp('^UsersDomain') } }) },
      { Order: 2, Type: 'forward', TargetGroupArn: { Ref: Match.stringLikeRegexp('^WebIngressTargetGroup') } },
    ],
  });
});

test('users of another identity provider sign in too, and the load balancer gets to it', () => {
  const stack = testStack();
  service(stack, SignIn.oidc(OIDC));
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    DefaultActions: [Match.objectLike({ Type: 'authenticate-oidc', AuthenticateOidcConfig: Match.objectLike({ ClientId: 'shop', Issuer: 'https://idp.example.com' }) }), Match.objectLike({ Type: 'forward' })],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    GroupDescription: Match.stringLikeRegexp('ELB'), SecurityGroupEgress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 })],
  });
});

test('users sign in where a rule of a shared load balancer takes them', () => {
  const { app, stack, service: behind } = sharedWithCertificate();
  behind('Orders', { pathPatterns: ['/orders/*'], signIn: SignIn.oidc(OIDC) });
  Template.fromStack(app.node.findChild('Orders') as Stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Actions: [Match.objectLike({ Type: 'authenticate-oidc' }), Match.objectLike({ Type: 'forward', Order: 2 })],
  });
  expect(stack.dependencies).toEqual([]);
});

function sharedWithCertificate() {
  const certificates: acm.ICertificate[] = [];
  const around = testStack();
  certificates.push(acm.Certificate.fromCertificateArn(around, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1'));
  return platform({ certificates });
}

describe('a sign-in that cannot work', () => {
  const refusal = (signInOf: (stack: Stack) => SignIn, props?: Partial<FargateWebServiceProps>) => {
    const stack = testStack();
    const signIn = signInOf(stack);
    return messageOf(() => service(stack, signIn, props));
  };

  test('fails on a load balancer that speaks plain HTTP', () => {
    const { service: behind } = platform();
    expect(messageOf(() => behind('Orders', { pathPatterns: ['/*'], signIn: SignIn.oidc(OIDC) }))).toContain('ingress has a signIn, and the load balancer speaks plain HTTP');
  });

  test('fails when the client has no secret', () => {
    expect(refusal((stack) => withCognito(stack, { generateSecret: false }))).toContain('userPoolClient.generateSecret (false) leaves the load balancer without the secret');
  });

  test('fails when the client allows less than is asked for', () => {
    const asking = (oAuth: cognito.OAuthSettings) => refusal((stack) => {
      const userPool = new cognito.UserPool(stack, 'Users');
      return SignIn.cognito({
        userPool,
        userPoolClient: userPool.addClient('Client', { generateSecret: true, oAuth: { callbackUrls: [CALLBACK], ...oAuth } }),
        userPoolDomain: userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'shop' } }),
        scope: 'openid phone',
      });
    });
    expect(asking({ flows: { implicitCodeGrant: true } })).toContain('userPoolClient.allowedOAuthFlows (implicit) lack the authorization code grant');
    expect(asking({ flows: { authorizationCodeGrant: true }, scopes: [cognito.OAuthScope.OPENID] }))
      .toContain('userPoolClient.allowedOAuthScopes (openid) lack phone, which the load balancer asks for [net-sign-in-client]');
  });

  test('takes a client whose URLs and scopes the deployment knows', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    const userPool = new cognito.UserPool(stack, 'Users');
    const client = userPool.addClient('Client', { generateSecret: true, oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: [text] } });
    (client.node.defaultChild as cognito.CfnUserPoolClient).allowedOAuthScopes = Fn.split(',', text);
    service(stack, SignIn.cognito({ userPool, userPoolClient: client, userPoolDomain: userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'shop' } }) }));
    templateWithoutTokens(stack).resourceCountIs('AWS::ECS::Service', 1);
  });

  test('fails when the client sends users elsewhere', () => {
    const message = refusal((stack) => withCognito(stack, { callbackUrls: ['https://app.example.com/'] }));
    expect(message).toContain(`ingress has a signIn, and the userPoolClient does not send users back to ${CALLBACK}`);
    expect(message).toContain(`fix:  add ${CALLBACK} to the callbackUrls`);
  });

  test('fails when the identity provider speaks plain HTTP', () => {
    expect(refusal(() => SignIn.oidc({ ...OIDC, tokenEndpoint: 'http://idp.example.com' }))).toContain("ingress.signIn.tokenEndpoint is 'http://idp.example.com', it must begin with https://");
  });

  test('fails when the session is longer than a week', () => {
    expect(refusal(() => SignIn.oidc({ ...OIDC, sessionTimeout: Duration.days(8) }))).toContain('ingress.signIn.sessionTimeout is 691200 seconds');
  });

  test('fails with a deployment that writes rules of its own', () => {
    expect(refusal(() => SignIn.oidc(OIDC), { deployment: Deployment.blueGreen() })).toContain('ingress has a signIn, and the deployment moves traffic');
  });
});
