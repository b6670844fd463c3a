import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const CALLBACK = 'https://office.example.com/oauth2/idpresponse';

/** A listener that signs users in with an app client, valid except for the arguments. */
function signIn(stack: Stack, client: Properties = {}, config: Properties = {}, ofRule = false): void {
  const { ref } = resource(stack, 'Client', 'AWS::Cognito::UserPoolClient', {
    UserPoolId: 'eu-west-1_shop',
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email'],
    CallbackURLs: [CALLBACK],
    ...client,
  });
  const Actions = [
    { Type: 'authenticate-cognito', Order: 1, AuthenticateCognitoConfig: { UserPoolArn: 'arn:pool', UserPoolClientId: ref, UserPoolDomain: 'shop', ...config } },
    { Type: 'forward', Order: 2, TargetGroupArn: 'arn:group' },
  ];
  const listener = resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: 'arn:balancer', Protocol: 'HTTPS', Port: 443, DefaultActions: ofRule ? [{ Type: 'fixed-response' }] : Actions,
  });
  if (ofRule) resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: listener.ref, Priority: 1, Conditions: [], Actions });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the client has no secret', caught: true, app: (stack) => signIn(stack, { GenerateSecret: undefined }) },
  { name: 'the client of a rule has no secret', caught: true, app: (stack) => signIn(stack, { GenerateSecret: false }, {}, true) },
  { name: 'the client allows the implicit grant only', caught: true, app: (stack) => signIn(stack, { AllowedOAuthFlows: ['implicit'] }) },
  { name: 'the client has no flows at all', caught: true, app: (stack) => signIn(stack, { AllowedOAuthFlows: undefined, AllowedOAuthFlowsUserPoolClient: undefined }) },
  { name: 'the flows of the client are switched off', caught: true, app: (stack) => signIn(stack, { AllowedOAuthFlowsUserPoolClient: false }) },
  { name: 'the client does not allow openid', caught: true, app: (stack) => signIn(stack, { AllowedOAuthScopes: ['email'] }) },
  { name: 'the client does not allow what is asked for', caught: true, app: (stack) => signIn(stack, {}, { Scope: 'openid phone' }) },
  { name: 'the client sends users elsewhere', caught: true, app: (stack) => signIn(stack, { CallbackURLs: ['https://office.example.com'] }) },
  { name: 'a matching client', caught: false, app: (stack) => signIn(stack) },
  { name: 'a matching client of a rule', caught: false, app: (stack) => signIn(stack, {}, { Scope: 'openid email' }, true) },
  { name: 'the name is known at deployment', caught: false, app: (stack) => signIn(stack, { CallbackURLs: [`https://${parameter(stack)}/oauth2/idpresponse`] }) },
  { name: 'a parameter decides where users are sent', caught: false, notChecked: true, app: (stack) => signIn(stack, { CallbackURLs: [parameter(stack)] }) },
  { name: 'a client of another app', caught: false, notChecked: true, app: (stack) => signIn(stack, {}, { UserPoolClientId: '1example23456789' }) },
];
