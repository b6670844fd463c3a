import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notSeconds, options, seconds } from './support/scalars';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';
import type { World } from './support/world';
import { FargateWebService, Ingress, type HttpsOptions, type TargetOptions } from '../../src';

/** Protocols of a load balancer to clients and to tasks: gRPC and HTTP/2, stickiness, mutual TLS. */
interface Case {
  readonly mode: 'HTTP' | 'HTTPS';
  readonly protocolVersion?: keyof typeof elbv2.ApplicationProtocolVersion;
  readonly targetProtocol?: 'HTTP' | 'HTTPS';
  readonly stickinessCookieDuration?: Duration;
  readonly stickinessCookieName?: string;
  readonly mutualAuthenticationMode?: keyof typeof elbv2.MutualAuthenticationMode;
  readonly healthyHttpCodes?: string;
  readonly healthyGrpcCodes?: string;
}

function ingressOf(given: Construct, one: Case, { certificate }: World): Ingress {
  const { mode, protocolVersion, targetProtocol, mutualAuthenticationMode, stickinessCookieDuration, stickinessCookieName } = one;
  const target: TargetOptions = {
    protocolVersion: protocolVersion && elbv2.ApplicationProtocolVersion[protocolVersion],
    targetProtocol: targetProtocol && elbv2.ApplicationProtocol[targetProtocol],
    stickinessCookieDuration,
    stickinessCookieName,
  };
  const https: HttpsOptions = { ...target, domainName: 'app.example.com', certificate };
  return mode === 'HTTP' ? Ingress.internalHttp(target) : Ingress.internalHttps({
    ...https,
    mutualAuthentication: mutualAuthenticationMode && {
      mutualAuthenticationMode: elbv2.MutualAuthenticationMode[mutualAuthenticationMode],
      trustStore: mutualAuthenticationMode === 'VERIFY'
        ? elbv2.TrustStore.fromTrustStoreArn(given, 'Clients', 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/clients/1')
        : undefined,
    },
  });
}

const spoken: Subject<Case> = {
  build: (scope, id, one, world, given) => new FargateWebService(scope, id, {
    ...world.shared,
    cluster: world.cluster,
    image: IMAGE,
    containerPort: 80,
    ingress: ingressOf(given, one, world),
    targetHealthCheck: { healthyHttpCodes: one.healthyHttpCodes, healthyGrpcCodes: one.healthyGrpcCodes },
  }),
  holds: (resources, { mode, protocolVersion, targetProtocol = 'HTTP', mutualAuthenticationMode, stickinessCookieDuration, stickinessCookieName }) => {
    const { Protocol, ProtocolVersion, Matcher, HealthCheckPath, TargetGroupAttributes } = only(ofType(resources, 'AWS::ElasticLoadBalancingV2::TargetGroup')).Properties;
    expect([Protocol, ProtocolVersion]).toEqual([targetProtocol, protocolVersion]);
    expect(Object.keys(Matcher)).toEqual([protocolVersion === 'GRPC' ? 'GrpcCode' : 'HttpCode']);
    expect(HealthCheckPath).toBe(protocolVersion === 'GRPC' ? '/AWS.ALB/healthcheck' : '/');
    const attributes = Object.fromEntries(TargetGroupAttributes.map(({ Key, Value }: any) => [Key, Value]));
    const type = stickinessCookieDuration && (stickinessCookieName === undefined ? 'lb_cookie' : 'app_cookie');
    expect([attributes['stickiness.enabled'], attributes['stickiness.type']]).toEqual(type ? ['true', type] : ['false', undefined]);
    if (type) expect(attributes).toHaveProperty([`stickiness.${type}.duration_seconds`]);

    const { Properties } = only(ofType(resources, 'AWS::ElasticLoadBalancingV2::Listener').filter((one) => one.Properties.DefaultActions[0].Type === 'forward'));
    const shown = mode === 'HTTPS' ? mutualAuthenticationMode && elbv2.MutualAuthenticationMode[mutualAuthenticationMode] : undefined;
    expect(Properties.MutualAuthentication?.Mode).toBe(shown);
    expect(Properties.MutualAuthentication?.TrustStoreArn !== undefined).toBe(shown === 'verify');
  },
};

const sticky = fc.oneof(
  fc.constant({}),
  fc.record({ stickinessCookieDuration: seconds(1, 604800), stickinessCookieName: fc.constantFrom('session', 'SHOP-ID', '__Host-id') }, { requiredKeys: ['stickinessCookieDuration'] }),
);

const cases: fc.Arbitrary<Case> = fc.tuple(
  sticky,
  options<Pick<Case, 'targetProtocol'>>({ targetProtocol: fc.constantFrom('HTTP', 'HTTPS') }),
  fc.oneof(
    fc.record({ mode: fc.constant('HTTP' as const), protocolVersion: fc.constant('HTTP1' as const) }, { requiredKeys: ['mode'] }),
    fc.record({
      mode: fc.constant('HTTPS' as const),
      protocolVersion: fc.constantFrom('HTTP1' as const, 'HTTP2' as const, 'GRPC' as const),
      mutualAuthenticationMode: fc.constantFrom('OFF' as const, 'PASS_THROUGH' as const, 'VERIFY' as const),
    }, { requiredKeys: ['mode'] }),
  ),
).map(([cookie, target, clients]) => ({ ...cookie, ...target, ...clients }));

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notSeconds(1, 604800).map((bad) => ({
    rule: 'cookie duration', one: { ...valid, stickinessCookieDuration: bad }, says: ['ingress.stickinessCookieDuration', inSeconds(bad)],
  })),
  (valid) => fc.tuple(seconds(1, 604800), fc.constantFrom('AWSALB', 'AWSALBAPP-0', 'a b', '')).map(([stickinessCookieDuration, bad]) => ({
    rule: 'cookie name', one: { ...valid, stickinessCookieDuration, stickinessCookieName: bad }, says: ['ingress.stickinessCookieName', bad],
  })),
  (valid) => fc.constant({
    rule: 'a name without a duration',
    one: { ...valid, stickinessCookieDuration: undefined, stickinessCookieName: 'session' },
    says: ['ingress.stickinessCookieName', 'stickinessCookieDuration'],
  }),
  (valid) => fc.constantFrom('HTTP2' as const, 'GRPC' as const).map((protocolVersion) => ({
    rule: 'plain HTTP', one: { ...valid, mode: 'HTTP' as const, protocolVersion }, says: ['ingress.protocolVersion', protocolVersion, 'plain HTTP'],
  })),
  (valid) => fc.constant({
    rule: 'HTTP codes of gRPC', one: { ...valid, mode: 'HTTPS' as const, protocolVersion: 'GRPC' as const, healthyHttpCodes: '200' }, says: ['targetHealthCheck.healthyHttpCodes', 'gRPC'],
  }),
  (valid) => fc.constant({
    rule: 'gRPC codes of HTTP', one: { ...valid, protocolVersion: 'HTTP1' as const, healthyGrpcCodes: '0' }, says: ['targetHealthCheck.healthyGrpcCodes', 'HTTP'],
  }),
];

propertiesOf('TargetOptions', spoken, cases, BROKEN);
