import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { namespace, registered } from './registered-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const PORT = { ContainerName: 'app', ContainerPort: 80 };

/** An API that sends its requests to what is registered. */
function behindApi(stack: Stack, registry: Readonly<Record<string, unknown>>, port = {}): void {
  registered(stack, registry);
  const cloudMap = stack.node.findChild('Registry') as CfnResource;
  (stack.node.findChild('Service') as CfnResource).addPropertyOverride('ServiceRegistries', [{ RegistryArn: cloudMap.getAtt('Arn'), ...port }]);
  resource(stack, 'Integration', 'AWS::ApiGatewayV2::Integration', {
    ApiId: 'api', IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'ANY', ConnectionType: 'VPC_LINK', ConnectionId: 'link', PayloadFormatVersion: '1.0', IntegrationUri: cloudMap.getAtt('Arn'),
  });
}

const records = (...types: readonly unknown[]) => ({ DnsConfig: { DnsRecords: types.map((Type) => ({ Type, TTL: 10 })) } });

export const cases: readonly GotchaCase[] = [
  { name: 'A records', caught: true, app: (stack) => behindApi(stack, records('A')) },
  { name: 'no records', caught: true, app: (stack) => behindApi(stack, { DnsConfig: undefined, NamespaceId: namespace(stack, 'Http') }) },
  { name: 'SRV records', caught: false, app: (stack) => behindApi(stack, records('SRV'), PORT) },
  { name: 'A and SRV records', caught: false, app: (stack) => behindApi(stack, records('A', 'SRV'), PORT) },
  { name: 'A records, and no API', caught: false, app: (stack) => void registered(stack) },
  { name: 'a parameter decides the records', caught: false, notChecked: true, app: (stack) => behindApi(stack, records(parameter(stack))) },
];
