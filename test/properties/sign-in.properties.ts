import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { SecretValue, type Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notSeconds, options, seconds } from './support/scalars';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';
import type { World } from './support/world';
import { FargateWebService, Ingress, SharedLoadBalancer, SignIn, type SignInOptions } from '../../src';

interface Case {
  readonly kind: 'cognito' | 'oidc';
  /** At whose load balancer users sign in. */
  readonly mode: 'own' | 'internal' | 'shared' | 'listener' | 'plain listener';
  readonly domainName: string;
  readonly scope?: string;
  readonly sessionTimeout?: Duration;
  readonly sessionCookieName?: string;
  readonly onUnauthenticatedRequest?: keyof typeof elbv2.UnauthenticatedAction;
  /** Of the identity provider, if it is not Cognito. */
  readonly issuer?: string;
  readonly tokenEndpoint?: string;
  /** Of the user pool's client, if it is. */
  readonly generateSecret?: false;
  readonly callbackDomain?: string;
}

const NAME = 'AWS::ElasticLoadBalancingV2';

function signInOf(given: Construct, one: Case): SignIn {
  const { scope, sessionTimeout, sessionCookieName, issuer = 'https://login.example.com' } = one;
  const common: SignInOptions = {
    scope,
    sessionTimeout,
    sessionCookieName,
    onUnauthenticatedRequest: one.onUnauthenticatedRequest && elbv2.UnauthenticatedAction[one.onUnauthenticatedRequest],
  };
  if (one.kind === 'oidc') {
    return SignIn.oidc({
      ...common,
      issuer,
      authorizationEndpoint: 'https://login.example.com/authorize',
      tokenEndpoint: one.tokenEndpoint ?? 'https://login.example.com/token',
      userInfoEndpoint: 'https://login.example.com/userinfo',
      clientId: 'shop',
      clientSecret: SecretValue.secretsManager('shop/login'),
    });
  }
  const userPool = new cognito.UserPool(given, 'Users');
  const callbackUrls = [`https://${one.callbackDomain ?? one.domainName}/oauth2/idpresponse`];
  return SignIn.cognito({
    ...common,
    userPool,
    userPoolClient: userPool.addClient('Client', {
      generateSecret: one.generateSecret ?? true, oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls },
    }),
    userPoolDomain: userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'shop' } }),
  });
}

function ingressOf(given: Construct, one: Case, { vpc, loadBalancer, hostedZone, certificate }: World): Ingress {
  const [signIn, { domainName }] = [signInOf(given, one), one];
  switch (one.mode) {
    case 'own': return Ingress.publicHttps({ domainName, hostedZone, signIn });
    case 'internal': return Ingress.internalHttps({ domainName, certificate, signIn });
    case 'shared': return Ingress.shared({ loadBalancer: new SharedLoadBalancer(given, 'Shared', { vpc, hostedZone }), hostNames: [domainName], signIn });
  }
  const listener = new elbv2.ApplicationListener(given, 'Listener', {
    loadBalancer, open: false, defaultAction: elbv2.ListenerAction.fixedResponse(404), ...(one.mode === 'listener' ? { port: 443, certificates: [certificate] } : { port: 80 }),
  });
  return Ingress.existingListener({ listener, priority: 10, hostNames: [domainName], signIn });
}

const signedIn: Subject<Case> = {
  build: (scope, id, one, world, given) => new FargateWebService(scope, id, {
    ...world.shared, cluster: world.cluster, image: IMAGE, containerPort: 80, ingress: ingressOf(given, one, world),
  }),
  holds: (resources, { kind, mode, onUnauthenticatedRequest }) => {
    const owns = mode === 'own' || mode === 'internal';
    const guarded = owns
      ? ofType(resources, `${NAME}::Listener`).filter(({ Properties }) => Properties.Port === 443).map(({ Properties }) => Properties.DefaultActions)
      : ofType(resources, `${NAME}::ListenerRule`).map(({ Properties }) => Properties.Actions);
    const [first, second] = only<any[]>(guarded);
    expect([first.Order, first.Type]).toEqual([1, `authenticate-${kind}`]);
    expect(second).toMatchObject({ Order: 2, Type: 'forward' });
    const config = first.AuthenticateCognitoConfig ?? first.AuthenticateOidcConfig;
    expect(config.OnUnauthenticatedRequest).toBe(onUnauthenticatedRequest?.toLowerCase());
    // Nothing else leads past the sign-in.
    const forwards = JSON.stringify([...ofType(resources, `${NAME}::Listener`), ...ofType(resources, `${NAME}::ListenerRule`)]).split('"forward"').length - 1;
    expect(forwards).toBe(1);
    if (owns) {
      const [{ Properties }] = ofType(resources, 'AWS::EC2::SecurityGroup').filter(({ logicalId }) => logicalId.includes('LoadBalancer'));
      expect(Properties.SecurityGroupEgress).toContainEqual(expect.objectContaining({ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 }));
    }
  },
};

const cases: fc.Arbitrary<Case> = fc.tuple(
  fc.record({
    kind: fc.constantFrom<Case['kind'][]>('cognito', 'oidc'),
    mode: fc.constantFrom<Case['mode'][]>('own', 'internal', 'shared', 'listener'),
    domainName: fc.stringMatching(/^[a-z]{1,10}\.example\.com$/),
  }),
  options<Pick<Case, 'scope' | 'sessionTimeout' | 'sessionCookieName' | 'onUnauthenticatedRequest'>>({
    scope: fc.constantFrom('openid', 'openid email'),
    sessionTimeout: seconds(1, 604800),
    sessionCookieName: fc.stringMatching(/^[A-Za-z]{1,20}$/),
    onUnauthenticatedRequest: fc.constantFrom('ALLOW', 'DENY', 'AUTHENTICATE'),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const NOT_HTTPS = fc.constantFrom('', 'http://login.example.com', 'login.example.com', 'https://');

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notSeconds(1, 604800).map((bad) => ({ rule: 'timeout', one: { ...valid, sessionTimeout: bad }, says: ['ingress.signIn.sessionTimeout', inSeconds(bad)] })),
  (valid) => NOT_HTTPS.map((bad) => ({ rule: 'issuer', one: { ...valid, kind: 'oidc' as const, issuer: bad }, says: ['ingress.signIn.issuer', bad, 'https://'] })),
  (valid) => NOT_HTTPS.map((bad) => ({ rule: 'endpoint', one: { ...valid, kind: 'oidc' as const, tokenEndpoint: bad }, says: ['ingress.signIn.tokenEndpoint', bad] })),
  (valid) => fc.constant({ rule: 'plain HTTP', one: { ...valid, mode: 'plain listener' as const }, says: ['ingress.signIn', 'plain HTTP'] }),
  (valid) => fc.constant({ rule: 'no secret', one: { ...valid, kind: 'cognito' as const, generateSecret: false as const }, says: ['userPoolClient.generateSecret', 'false'] }),
  (valid) => fc.constant({
    rule: 'sent elsewhere', one: { ...valid, kind: 'cognito' as const, callbackDomain: 'elsewhere.example.com' }, says: ['ingress.signIn', `https://${valid.domainName}/oauth2/idpresponse`],
  }),
];

propertiesOf('SignIn', signedIn, cases, BROKEN);
