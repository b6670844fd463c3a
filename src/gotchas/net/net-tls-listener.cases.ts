import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import type { Stack } from 'aws-cdk-lib/core';
import { loadBalancer } from './balanced-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function listeners(stack: Stack, given: Readonly<Record<string, Properties>>, balancer: Properties = {}): void {
  const { ref } = loadBalancer(stack, balancer);
  for (const [id, properties] of Object.entries(given)) {
    resource(stack, id, 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref, ...properties });
  }
}

const FORWARD = { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:group' }] };
const SECURE = { Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: 'arn:certificate' }] };

export const cases: readonly GotchaCase[] = [
  { name: 'HTTPS without a certificate', caught: true, app: (stack) => listeners(stack, { Https: { Protocol: 'HTTPS', Port: 443 } }) },
  { name: 'TLS without a certificate', caught: true, app: (stack) => listeners(stack, { Tls: { Protocol: 'TLS', Port: 443, Certificates: [] } }, { Type: 'network' }) },
  { name: 'HTTPS with a certificate of no name', caught: true, app: (stack) => listeners(stack, { Https: { ...SECURE, Certificates: [{ CertificateArn: { Ref: 'AWS::NoValue' } }] } }) },
  { name: 'HTTP forwards beside HTTPS', caught: true, consequence: 'risk', app: (stack) => listeners(stack, { Http: FORWARD, Https: SECURE }) },
  { name: 'a certificate on TCP', caught: true, app: (stack) => listeners(stack, { Tcp: { ...SECURE, Protocol: 'TCP' } }, { Type: 'network' }) },
  { name: 'a certificate on HTTP', caught: true, app: (stack) => listeners(stack, { Http: { ...SECURE, Protocol: 'HTTP' } }, { Scheme: 'internal' }) },
  { name: 'a policy that is none', caught: true, app: (stack) => listeners(stack, { Https: { ...SECURE, SslPolicy: 'ELBSecurityPolicy-TLS-1-3' } }) },
  { name: 'a protocol of HTTP/2 on HTTPS', caught: true, app: (stack) => listeners(stack, { Https: { ...SECURE, AlpnPolicy: ['HTTP2Preferred'] } }) },
  { name: 'an empty list of protocols', caught: false, app: (stack) => listeners(stack, { Https: { ...SECURE, AlpnPolicy: [] } }) },
  { name: 'a protocol of HTTP/2 on TLS', caught: false, app: (stack) => listeners(stack, { Tls: { ...SECURE, Protocol: 'TLS', AlpnPolicy: ['HTTP2Preferred'] } }, { Type: 'network' }) },
  {
    name: 'policies of every kind',
    caught: false,
    app: (stack) => listeners(stack, Object.fromEntries(
      ['2016-08', 'FS-1-2-Res-2020-10', 'TLS13-1-2-Ext2-2021-06', 'TLS13-1-2-Res-FIPS-2023-04', 'TLS13-1-3-PQ-2025-09'].map((name, index) => [`Https${index}`, { ...SECURE, Port: 443 + index, SslPolicy: `ELBSecurityPolicy-${name}` }]),
    )),
  },
  { name: 'HTTPS with a certificate', caught: false, app: (stack) => listeners(stack, { Https: SECURE }) },
  { name: 'HTTP redirects', caught: false, app: (stack) => listeners(stack, { Http: { ...FORWARD, DefaultActions: [{ Type: 'redirect' }] }, Https: SECURE }) },
  { name: 'HTTP with a certificate of no name', caught: false, app: (stack) => listeners(stack, { Http: { ...FORWARD, Certificates: [{ CertificateArn: { Ref: 'AWS::NoValue' } }] } }) },
  { name: 'HTTP and nothing else', caught: false, app: (stack) => listeners(stack, { Http: FORWARD }) },
  { name: 'an internal load balancer', caught: false, app: (stack) => listeners(stack, { Http: FORWARD, Https: SECURE }, { Scheme: 'internal' }) },
  { name: 'a listener for tests', caught: false, app: (stack) => listeners(stack, { Http: { ...FORWARD, Port: 8080 }, Https: SECURE }) },
  {
    name: 'a web service of ecs-patterns',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx:1.27') },
    }),
  },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => listeners(stack, { Any: { Protocol: parameter(stack), Port: 443 } }) },
];
