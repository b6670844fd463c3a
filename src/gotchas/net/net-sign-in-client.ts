import { known, knownOf } from '../../facts/fact';
import { CALLBACK_PATH, type SignInClientFacts } from '../../facts/sign-in-client';
import { all, defineGotcha, each, type Result } from '../definition';

export const netSignInClient = defineGotcha({
  id: 'net-sign-in-client',
  title: 'A sign-in with an app client that the load balancer can\'t use',
  consequence: 'never-works',
  symptom: '`The user pool client must have a client secret`; or users see `redirect_mismatch`, `unauthorized_client` or `invalid_scope` instead of the application.',
  why: 'The load balancer signs users in by the authorization code grant, with the secret of the app client, and they return at one path: Amazon Cognito redirects only to the callback URLs of the client.',
  rule: 'The app client of an `authenticate-cognito` action has a secret, allows the flow `code` and every scope that is asked for (`openid` by default), and '
    + 'one of its callback URLs ends with `/oauth2/idpresponse`.',
  fix: 'set a secret, the authorization code grant, the scopes and https://<domain name>/oauth2/idpresponse as callback URL on the client',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  levels: ['construct', 'synth'],
  subject: 'listener',
  needs: ['signInClients'],
  check: ({ signInClients }) => each(signInClients, (client) => all(
    () => secret(client),
    () => flow(client),
    () => scopes(client),
    () => callback(client),
  )),
});

function secret({ hasSecret }: SignInClientFacts): readonly Result[] {
  return known(hasSecret) ? [] : [{
    property: 'userPoolClient.generateSecret',
    detail: 'userPoolClient.generateSecret (false) leaves the load balancer without the secret that it signs users in with',
    fix: 'make the client with generateSecret: true',
  }];
}

function flow({ flows, flowsAreOn }: SignInClientFacts): readonly Result[] {
  const allowed = known(flowsAreOn) ? known(flows) : [];
  if (knownOf(allowed).includes('code')) return [];
  return [{
    property: 'userPoolClient.allowedOAuthFlows',
    detail: `userPoolClient.allowedOAuthFlows (${allowed.map(known).join(', ') || 'none'}) lack the authorization code grant, by which load balancers sign users in`,
    fix: 'allow the client the authorization code grant: oAuth: { flows: { authorizationCodeGrant: true } }',
  }];
}

function scopes({ scopes: allowed, askedScope }: SignInClientFacts): readonly Result[] {
  const asked = known(askedScope).split(/[ +]/).filter((scope) => scope !== '');
  const missing = asked.filter((scope) => !knownOf(known(allowed)).includes(scope));
  if (missing.length === 0) return [];
  return [{
    property: 'userPoolClient.allowedOAuthScopes',
    detail: `userPoolClient.allowedOAuthScopes (${known(allowed).map(known).join(', ') || 'none'}) lack ${missing.join(', ')}, which the load balancer asks for`,
    fix: `allow the client ${missing.join(', ')}, or ask for another scope`,
  }];
}

function callback({ callsBack }: SignInClientFacts): readonly Result[] {
  return known(callsBack) ? [] : [{
    property: 'userPoolClient.callbackUrls',
    detail: `userPoolClient.callbackUrls (none with ${CALLBACK_PATH}) lack the return to the load balancer`,
    fix: `add https://<domain name>${CALLBACK_PATH} to the callbackUrls of the client`,
  }];
}
