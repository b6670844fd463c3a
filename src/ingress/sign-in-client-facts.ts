import type { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { factOf } from '../checks/fact-of';
import { Unknown, type Fact } from '../facts/fact';
import { CALLBACK_PATH, type SignInClientFacts } from '../facts/sign-in-client';

/** Facts of an app client that the app creates. */
export function signInClientFacts(client: CfnUserPoolClient, scope = 'openid'): SignInClientFacts {
  const texts = (given: string[] = []) => {
    const fact = factOf(given);
    return fact instanceof Unknown ? fact : fact.map(factOf);
  };
  return {
    hasSecret: factOf(client.generateSecret ?? false) as Fact<boolean>,
    flowsAreOn: factOf(client.allowedOAuthFlowsUserPoolClient ?? false) as Fact<boolean>,
    flows: texts(client.allowedOAuthFlows),
    scopes: texts(client.allowedOAuthScopes),
    askedScope: factOf(scope),
    callsBack: callsBack(texts(client.callbackUrLs)),
  };
}

/** A URL that only the deployment knows may be the one. */
function callsBack(urls: Fact<readonly Fact<string>[]>): Fact<boolean> {
  if (urls instanceof Unknown) return urls;
  const unclear = urls.find((url) => url instanceof Unknown) as Unknown | undefined;
  return urls.some((url) => typeof url === 'string' && url.endsWith(CALLBACK_PATH)) || (unclear ?? false);
}
