import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';

function redirect(RedirectConfig: Properties): readonly unknown[] {
  return [{ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301', ...RedirectConfig } }];
}

/** A listener for port 80 with a redirect, beside one for HTTPS. */
function http(stack: Stack, config: Properties, { securePort = 443 as unknown, LoadBalancerArn = '' } = {}): void {
  const arn = LoadBalancerArn || resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {}).ref;
  resource(stack, 'Http', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: arn, Port: 80, Protocol: 'HTTP', DefaultActions: redirect(config) });
  resource(stack, 'Https', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: arn, Port: securePort, Protocol: 'HTTPS', DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
  });
}

function rule(stack: Stack, config: Properties): void {
  http(stack, { Protocol: 'HTTPS', Port: '443' });
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: stack.resolve({ Ref: 'Https' }), Priority: 1, Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/old/*'] } }], Actions: redirect(config),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a redirect that changes nothing', caught: true, app: (stack) => http(stack, {}) },
  { name: 'a redirect with the keywords of what stays', caught: true, app: (stack) => http(stack, { Host: '#{host}', Path: '/#{path}', Port: '#{port}', Protocol: '#{protocol}' }) },
  { name: 'another query alone', caught: true, app: (stack) => http(stack, { Query: 'moved=1' }) },
  { name: 'HTTPS without a port', caught: true, consequence: 'never-works', app: (stack) => http(stack, { Protocol: 'HTTPS' }) },
  { name: 'a port without a listener', caught: true, consequence: 'misbehaves', app: (stack) => http(stack, { Protocol: 'HTTPS', Port: '8443' }) },
  { name: 'a rule that leads to itself', caught: true, app: (stack) => rule(stack, { Protocol: 'HTTPS', Port: '443' }) },
  { name: 'HTTPS on port 443', caught: false, app: (stack) => http(stack, { Protocol: 'HTTPS', Port: '443' }) },
  { name: 'another host', caught: false, app: (stack) => http(stack, { Host: 'www.example.com' }) },
  { name: 'another path', caught: false, app: (stack) => http(stack, { Path: '/shop/#{path}' }) },
  { name: 'a rule to another path', caught: false, app: (stack) => rule(stack, { Path: '/new/#{path}' }) },
  { name: 'the other listeners may be elsewhere', caught: false, notChecked: true, app: (stack) => http(stack, { Protocol: 'HTTPS', Port: '8443' }, { LoadBalancerArn: ARN }) },
  { name: 'a parameter is the port', caught: false, notChecked: true, app: (stack) => http(stack, { Protocol: 'HTTPS', Port: parameter(stack) }) },
  {
    name: 'a parameter is the port of the other listener',
    caught: false,
    notChecked: true,
    app: (stack) => http(stack, { Protocol: 'HTTPS', Port: '443' }, { securePort: parameter(stack) }),
  },
];
