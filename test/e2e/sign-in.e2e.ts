import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import { deployedExample } from './support/deployment';

describe('examples/sign-in', () => {
  const example = deployedExample('sign-in', { imageTag: '1.27' });
  const users = (operation: string, request: object) => example().account.ask('AWSCognitoIdentityProviderService', 'cognito-idp', operation, request);
  let listeners: Listener[];

  beforeAll(async () => {
    listeners = await example().account.listeners();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Office: 'CREATE_COMPLETE' });
  });

  test('users sign in before a request is sent to a task', async () => {
    const https = listeners.find(({ Port }) => Port === 443)!;
    const { targetGroupArn } = (await example().account.service()).loadBalancers![0];
    expect(https).toMatchObject({ Protocol: 'HTTPS', Certificates: [{ CertificateArn: expect.stringMatching(/:certificate\//) }] });
    expect(https.DefaultActions).toEqual([
      expect.objectContaining({
        Order: 1,
        Type: 'authenticate-cognito',
        AuthenticateCognitoConfig: expect.objectContaining({ UserPoolDomain: 'office-111122223333', SessionTimeout: 28800 }),
      }),
      expect.objectContaining({ Order: 2, Type: 'forward', TargetGroupArn: targetGroupArn }),
    ]);
  });

  test('Cognito sends users back to the load balancer, which has a secret', async () => {
    const { UserPoolArn, UserPoolClientId } = listeners.find(({ Port }) => Port === 443)!.DefaultActions![0].AuthenticateCognitoConfig!;
    const UserPoolId = UserPoolArn!.split('/').pop();
    const { UserPoolClient } = await users('DescribeUserPoolClient', { UserPoolId, ClientId: UserPoolClientId });
    expect(UserPoolClient).toMatchObject({
      CallbackURLs: ['https://office.example.com/oauth2/idpresponse'], AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'], ClientSecret: expect.any(String),
    });
    const { UserPool } = await users('DescribeUserPool', { UserPoolId });
    expect(UserPool).toMatchObject({ MfaConfiguration: 'ON', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
  });

  test('plain HTTP is sent to HTTPS', () => {
    expect(listeners.find(({ Port }) => Port === 80)!.DefaultActions).toEqual([
      expect.objectContaining({ Type: 'redirect', RedirectConfig: expect.objectContaining({ Protocol: 'HTTPS', Port: '443' }) }),
    ]);
  });

  test('destroying leaves no listener, service or role', async () => {
    // A user pool is kept explicitly: passwords of users can't be restored.
    expect(await example().destroy()).toEqual([]);
  });
});
