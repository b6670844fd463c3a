import type { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnResource, Token, Tokenization } from 'aws-cdk-lib/core';
import type { SignIn } from './sign-in';
import { signInClientFacts } from './sign-in-client-facts';
import { checkSeconds, checkText } from '../checks/arguments';
import type { DeploymentConfig } from '../deployment/deployment-config';
import { listenerFacts } from '../facts/listener';
import { CALLBACK_PATH } from '../facts/sign-in-client';
import type { GotchaDefinition } from '../gotchas/definition';
import { enforce, refuse } from '../gotchas/enforce';
import { netSignInClient } from '../gotchas/net/net-sign-in-client';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html';

/** Endpoints of the sign-in. */
interface Place {
  /** Not known of an imported listener. */
  readonly https: boolean | undefined;
  readonly hostNames: readonly string[];
}

/** Throws for a sign-in that can't work. */
export function checkSignIn(at: string, signIn: SignIn | undefined, { https, hostNames }: Place, { shift }: DeploymentConfig): void {
  if (!signIn) return;
  if (https === false) refuseSignIn(at, 'and the load balancer speaks plain HTTP', 'use a load balancer that speaks HTTPS');
  if (shift) {
    refuseSignIn(at, 'and the deployment moves traffic by rules that it writes without sign-in', 'use Deployment.rolling(), or let the application sign users in');
  }
  checkSeconds(at, 'ingress.signIn.sessionTimeout', signIn._options.sessionTimeout, { min: 1, max: 604800, docs: DOCS });
  for (const endpoint of ['issuer', 'authorizationEndpoint', 'tokenEndpoint', 'userInfoEndpoint'] as const) {
    checkText(at, `ingress.signIn.${endpoint}`, signIn._options[endpoint], /^https:\/\/\S+$/, 'begin with https://', DOCS);
  }
  checkSecret(at, signIn);
  const client = signIn._userPoolClient?.node.defaultChild;
  if (client && CfnResource.isCfnResource(client)) checkClient(at, client as CfnUserPoolClient, signIn, hostNames);
}

/** CloudFormation reads SecureString parameters into a few properties, and those of listeners are none of them. */
function checkSecret(at: string, { _options: { clientSecret } }: SignIn): void {
  const reference = clientSecret && Tokenization.reverseCompleteString(clientSecret.unsafeUnwrap());
  const { value } = (reference ?? {}) as { readonly value?: unknown };
  if (typeof value !== 'string' || !value.startsWith('{{resolve:ssm-secure:')) return;
  refuse({
    headline: 'ingress.signIn.clientSecret is a SecureString parameter, which CloudFormation does not read into listeners',
    at,
    property: 'ingress.signIn.clientSecret',
    fix: 'keep it in Secrets Manager: SecretValue.secretsManager(...)',
    docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html',
  });
}

/** Settings of an app client that the app creates. */
function checkClient(at: string, client: CfnUserPoolClient, signIn: SignIn, hostNames: readonly string[]): void {
  checkCallback(at, client, hostNames);
  enforce(at, 'listener', listenerFacts({ signInClients: [signInClientFacts(client, signIn._options.scope)] }));
}

/** Names of the service, so that the fix can contain the whole URL. */
function checkCallback(at: string, { callbackUrLs }: CfnUserPoolClient, hostNames: readonly string[]): void {
  if (!callbackUrLs || Token.isUnresolved(callbackUrLs) || callbackUrLs.some((url) => Token.isUnresolved(url))) return;
  for (const name of hostNames) {
    const url = `https://${name}${CALLBACK_PATH}`;
    if (Token.isUnresolved(name) || /[*?]/.test(name) || callbackUrLs.includes(url)) continue;
    refuseSignIn(at, `and the userPoolClient does not send users back to ${url}`, `add ${url} to the callbackUrls of the client`, netSignInClient);
  }
}

function refuseSignIn(at: string, headline: string, fix: string, gotcha?: GotchaDefinition): never {
  refuse({ headline: `ingress has a signIn, ${headline}`, gotcha, at, property: 'ingress.signIn', fix, docs: DOCS });
}
