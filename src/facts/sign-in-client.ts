import { Unknown, type Fact } from './fact';

/** The app client of a user pool that a load balancer signs users in with. */
export interface SignInClientFacts {
  readonly hasSecret: Fact<boolean>;
  /** If false, Amazon Cognito enables no flow, whatever `flows` contains. */
  readonly flowsAreOn: Fact<boolean>;
  readonly flows: Fact<readonly Fact<string>[]>;
  readonly scopes: Fact<readonly Fact<string>[]>;
  /** Scopes that the load balancer requests, separated by spaces. Elastic Load Balancing defaults to `openid`. */
  readonly askedScope: Fact<string>;
  /** A callback URL ends where load balancers wait for users that come back. */
  readonly callsBack: Fact<boolean>;
}

/** Nothing is known of a client that is not of the app. */
export function unknownClient(reason: string): SignInClientFacts {
  const unknown = new Unknown(reason);
  return { hasSecret: unknown, flowsAreOn: unknown, flows: unknown, scopes: unknown, askedScope: unknown, callsBack: unknown };
}

/** Path to which users return after the sign-in. */
export const CALLBACK_PATH = '/oauth2/idpresponse';
