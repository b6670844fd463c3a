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
  { name: 'HTTP forwards beside HTTPS', caught: true, consequence: 'risk', app: (stack) => listeners(stack, { Http: FORWARD, Https: SECURE }) },
  { name: 'HTTPS with a certificate', caught: false, app: (stack) => listeners(stack, { Https: SECURE }) },
  { name: 'HTTP redirects', caught: false, app: (stack) => listeners(stack, { Http: { ...FORWARD, DefaultActions: [{ Type: 'redirect' }] }, Https: SECURE }) },
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
