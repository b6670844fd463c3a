import type { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnResource, Token } from 'aws-cdk-lib/core';
import type { SignIn } from './sign-in';
import { checkSeconds, checkText } from '../checks/arguments';
import type { DeploymentConfig } from '../deployment/deployment-config';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html';

/** Where users sign in. */
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
    checkText(at, `ingress.signIn.${endpoint}`, signIn._options[endpoint], /^https:\/\/\S+$/, 'begins with https://', DOCS);
  }
  const client = signIn._userPoolClient?.node.defaultChild;
  if (client && CfnResource.isCfnResource(client)) checkClient(at, client as CfnUserPoolClient, hostNames);
}

/** What can be seen of a client that the app makes. */
function checkClient(at: string, { generateSecret, callbackUrLs }: CfnUserPoolClient, hostNames: readonly string[]): void {
  if (!generateSecret) refuseSignIn(at, 'and the userPoolClient has no secret', 'make the client with generateSecret: true');
  if (!callbackUrLs || Token.isUnresolved(callbackUrLs) || callbackUrLs.some((url) => Token.isUnresolved(url))) return;
  for (const name of hostNames) {
    const url = `https://${name}/oauth2/idpresponse`;
    if (Token.isUnresolved(name) || /[*?]/.test(name) || callbackUrLs.includes(url)) continue;
    refuseSignIn(at, `and the userPoolClient does not send users back to ${url}`, `add ${url} to the callbackUrls of the client`);
  }
}

function refuseSignIn(at: string, headline: string, fix: string): never {
  refuse({ headline: `ingress has a signIn, ${headline}`, at, property: 'ingress.signIn', fix, docs: DOCS });
}
