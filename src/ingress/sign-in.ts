import type * as cognito from 'aws-cdk-lib/aws-cognito';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { AuthenticateCognitoAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2-actions';
import type { Duration, SecretValue } from 'aws-cdk-lib/core';
import { readProps } from '../checks/read-props';

/**
 * Options of every kind of sign-in.
 */
export interface SignInOptions {
  /**
   * Scope that is requested from the identity provider.
   *
   * @default 'openid'
   */
  readonly scope?: string;

  /**
   * Time after which users must sign in again, 1 s to 7 days.
   *
   * @default Duration.days(7)
   */
  readonly sessionTimeout?: Duration;

  /**
   * The cookie of the session.
   *
   * @default 'AWSELBAuthSessionCookie'
   */
  readonly sessionCookieName?: string;

  /**
   * Action for requests without a session.
   *
   * @default UnauthenticatedAction.AUTHENTICATE, which sends users to sign in
   */
  readonly onUnauthenticatedRequest?: elbv2.UnauthenticatedAction;
}

/**
 * Users of an Amazon Cognito user pool.
 */
export interface CognitoSignInOptions extends SignInOptions {
  /**
   * The user pool.
   */
  readonly userPool: cognito.IUserPool;

  /**
   * The client of the load balancer: with a secret, the authorization code grant and `https://<domain name>/oauth2/idpresponse`
   * among its callback URLs.
   */
  readonly userPoolClient: cognito.IUserPoolClient;

  /**
   * The domain that users sign in at.
   */
  readonly userPoolDomain: cognito.IUserPoolDomain;
}

/**
 * Users of an identity provider that speaks OpenID Connect. It has to be reached from the load balancer.
 */
export interface OidcSignInOptions extends SignInOptions {
  /**
   * The issuer.
   */
  readonly issuer: string;

  /**
   * Authorization endpoint, at which users sign in.
   */
  readonly authorizationEndpoint: string;

  /**
   * Token endpoint, from which the load balancer gets tokens.
   */
  readonly tokenEndpoint: string;

  /**
   * User info endpoint, from which the load balancer gets the user's claims.
   */
  readonly userInfoEndpoint: string;

  /**
   * The client of the load balancer, with `https://<domain name>/oauth2/idpresponse` among its callback URLs.
   */
  readonly clientId: string;

  /**
   * The secret of the client.
   */
  readonly clientSecret: SecretValue;
}

/**
 * Users sign in at the load balancer before a request of theirs reaches a task. Who it is, is in the header `x-amzn-oidc-data`.
 *
 * The load balancer may connect to every address on port 443, to get tokens.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 *
 * @example
 * const userPool = new cognito.UserPool(this, 'Users');
 * const userPoolDomain = userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'office' } });
 * const userPoolClient = userPool.addClient('LoadBalancer', {
 *   generateSecret: true,
 *   oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: ['https://office.example.com/oauth2/idpresponse'] },
 * });
 * new FargateWebService(this, 'Office', {
 *   cluster,
 *   image,
 *   containerPort: 8080,
 *   ingress: Ingress.publicHttps({
 *     domainName: 'office.example.com',
 *     hostedZone,
 *     signIn: SignIn.cognito({ userPool, userPoolClient, userPoolDomain }),
 *   }),
 * });
 */
export class SignIn {
  /**
   * With a user pool of Amazon Cognito.
   *
   * @param options the user pool, and the client of the load balancer
   */
  public static cognito(options: CognitoSignInOptions): SignIn {
    options = readProps('SignIn.cognito', options, ['userPool', 'userPoolClient', 'userPoolDomain'], 'options');
    return new SignIn((next) => new AuthenticateCognitoAction({ ...options, next }), options, options.userPoolClient);
  }

  /**
   * With any identity provider that speaks OpenID Connect.
   *
   * @param options the endpoints of the identity provider, and the client of the load balancer
   */
  public static oidc(options: OidcSignInOptions): SignIn {
    options = readProps('SignIn.oidc', options, [
      'issuer', 'authorizationEndpoint', 'tokenEndpoint', 'userInfoEndpoint', 'clientId', 'clientSecret',
    ], 'options');
    return new SignIn((next) => elbv2.ListenerAction.authenticateOidc({ ...options, next }), options);
  }

  private constructor(
    private readonly before: (next: elbv2.ListenerAction) => elbv2.ListenerAction,
    /** @internal */
    public readonly _options: SignInOptions & Partial<OidcSignInOptions>,
    /** @internal */
    public readonly _userPoolClient?: cognito.IUserPoolClient,
  ) {}

  /**
   * True if other services can't call the service, as they can't sign in.
   *
   * @internal
   */
  public get _stopsServices(): boolean {
    return this._options.onUnauthenticatedRequest !== elbv2.UnauthenticatedAction.ALLOW;
  }

  /** @internal */
  public _before(next: elbv2.ListenerAction): elbv2.ListenerAction {
    return this.before(next);
  }
}
