import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, SignIn } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface OfficeStackProps extends StackProps {
  readonly imageTag: string;

  /** The name of the tool, which is also the name of its hosted zone. */
  readonly domainName: string;

  readonly hostedZoneId: string;
}

/** An internal tool. Users sign in at the load balancer first, so the application handles no passwords. */
export class OfficeStack extends Stack {
  constructor(scope: Construct, id: string, { imageTag, domainName, hostedZoneId, ...props }: OfficeStackProps) {
    super(scope, id, props);
    const userPool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 12, requireUppercase: true, requireDigits: true, requireSymbols: true },
    });
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });

    new FargateWebService(this, 'Tool', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${imageTag}`),
      containerPort: 80,
      ingress: Ingress.publicHttps({
        domainName,
        hostedZone: route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', { zoneName: domainName, hostedZoneId }),
        signIn: SignIn.cognito({
          userPool,
          userPoolClient: userPool.addClient('LoadBalancer', {
            generateSecret: true,
            oAuth: { flows: { authorizationCodeGrant: true }, scopes: [cognito.OAuthScope.OPENID], callbackUrls: [`https://${domainName}/oauth2/idpresponse`] },
          }),
          userPoolDomain: userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: `office-${this.account}` } }),
          sessionTimeout: Duration.hours(8),
        }),
      }),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });
  }
}
