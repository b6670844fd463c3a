import { rulesOn } from './listener-rules';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { CALLBACK_PATH, unknownClient, type SignInClientFacts } from '../../facts/sign-in-client';

/** The app clients that a listener and its rules sign users in with. */
export function readSignInClients(listener: Resource): Fact<readonly SignInClientFacts[]> {
  const lists = [listener.properties.get('DefaultActions'), ...rulesOn(listener).map((rule) => rule.properties.get('Actions'))].map((actions) => actions.items());
  const unclear = lists.find((actions) => actions instanceof Unknown) as Unknown | undefined;
  return unclear ?? (lists as readonly (readonly Value[])[]).flat().flatMap((action) => (
    action.get('AuthenticateCognitoConfig').isSet() === false ? [] : [readClient(action.get('AuthenticateCognitoConfig'))]));
}

function readClient(config: Value): SignInClientFacts {
  const reference = config.get('UserPoolClientId');
  const client = resourceIn(reference, 'AWS::Cognito::UserPoolClient');
  if (!client) return unknownClient(outside(reference));
  const { properties } = client;
  return {
    hasSecret: orDefault(properties.get('GenerateSecret').flag(), false),
    flowsAreOn: orDefault(properties.get('AllowedOAuthFlowsUserPoolClient').flag(), false),
    flows: list(properties.get('AllowedOAuthFlows'), (flow) => required(flow.text())),
    scopes: list(properties.get('AllowedOAuthScopes'), (scope) => required(scope.text())),
    askedScope: orDefault(config.get('Scope').text(), 'openid'),
    callsBack: readCallsBack(properties.get('CallbackURLs')),
  };
}

/** Of a URL whose name only the deployment knows, the end is enough. */
function readCallsBack(urls: Value): Fact<boolean> {
  const items = urls.items();
  if (items instanceof Unknown) return items;
  const ends = items.map((url) => url.pieces().at(-1));
  if (ends.some((end) => typeof end === 'string' && end.endsWith(CALLBACK_PATH))) return true;
  return ends.some((end) => typeof end !== 'string') ? new Unknown('a callback URL is known at deployment') : false;
}
