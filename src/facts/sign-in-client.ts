import { Unknown, type Fact } from './fact';

/** The app client of a user pool that a load balancer signs users in with. */
export interface SignInClientFacts {
  readonly hasSecret: Fact<boolean>;
  /** Without, Amazon Cognito has no flows for it, whatever `flows` says. */
  readonly flowsAreOn: Fact<boolean>;
  readonly flows: Fact<readonly Fact<string>[]>;
  readonly scopes: Fact<readonly Fact<string>[]>;
  /** What the load balancer asks for, with spaces between; Elastic Load Balancing takes `openid` when it is left out. */
  readonly askedScope: Fact<string>;
  /** A callback URL ends where load balancers wait for users that come back. */
  readonly callsBack: Fact<boolean>;
}

/** Nothing is known of a client that is not of the app. */
export function unknownClient(reason: string): SignInClientFacts {
  const unknown = new Unknown(reason);
  return { hasSecret: unknown, flowsAreOn: unknown, flows: unknown, scopes: unknown, askedScope: unknown, callsBack: unknown };
}

/** Where a load balancer waits for users that come back from their sign-in. */
export const CALLBACK_PATH = '/oauth2/idpresponse';
