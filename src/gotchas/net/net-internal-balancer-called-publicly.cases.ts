import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function balancer(stack: Stack, Scheme: unknown = 'internal'): CfnResource {
  return resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme, Subnets: ['subnet-1', 'subnet-2'] });
}

function address(stack: Stack, scheme?: unknown): unknown {
  return { 'Fn::Join': ['', ['http://', balancer(stack, scheme).getAtt('DNSName'), '/{proxy}']] };
}

function httpApi(stack: Stack, IntegrationUri: unknown, properties: Properties = {}): void {
  resource(stack, 'Integration', 'AWS::ApiGatewayV2::Integration', { ApiId: 'api', IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'ANY', IntegrationUri, ...properties });
}

function restApi(stack: Stack, Uri: unknown, integration: Properties = {}): void {
  resource(stack, 'Method', 'AWS::ApiGateway::Method', {
    RestApiId: 'api', ResourceId: 'root', HttpMethod: 'ANY', Integration: { Type: 'HTTP_PROXY', IntegrationHttpMethod: 'ANY', Uri, ...integration },
  });
}

function cloudFront(stack: Stack, DomainName: unknown, origin: Properties): void {
  resource(stack, 'Distribution', 'AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true, Origins: [{ Id: 'web', DomainName, ...origin }] } });
}

const CUSTOM = { CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } };

export const cases: readonly GotchaCase[] = [
  { name: 'an HTTP API calls it by its name', caught: true, app: (stack) => httpApi(stack, address(stack)) },
  { name: 'an HTTP API sets the scheme', caught: true, app: (stack) => httpApi(stack, { 'Fn::Sub': ['http://${Name}', { Name: balancer(stack).getAtt('DNSName') }] }, { ConnectionType: 'INTERNET' }) },
  { name: 'a REST API calls it by its name', caught: true, app: (stack) => restApi(stack, address(stack)) },
  { name: 'it is an origin of CloudFront', caught: true, app: (stack) => cloudFront(stack, balancer(stack).getAtt('DNSName'), CUSTOM) },
  { name: 'a VPC origin', caught: false, app: (stack) => cloudFront(stack, balancer(stack).getAtt('DNSName'), { VpcOriginConfig: { VpcOriginId: 'vo-1' } }) },
  { name: 'a REST API with a VPC link', caught: false, app: (stack) => restApi(stack, address(stack), { ConnectionType: 'VPC_LINK', ConnectionId: 'link' }) },
  { name: 'an HTTP API with a VPC link', caught: false, app: (stack) => httpApi(stack, address(stack), { ConnectionType: 'VPC_LINK', ConnectionId: 'link' }) },
  { name: 'the load balancer faces the internet', caught: false, app: (stack) => httpApi(stack, address(stack, 'internet-facing')) },
  { name: 'the API calls another address', caught: false, app: (stack) => { balancer(stack); httpApi(stack, 'https://example.com'); } },
  { name: 'a parameter is the scheme', caught: false, notChecked: true, app: (stack) => httpApi(stack, address(stack, parameter(stack))) },
  { name: 'a parameter is the connection', caught: false, app: (stack) => httpApi(stack, address(stack), { ConnectionType: parameter(stack) }) },
];
