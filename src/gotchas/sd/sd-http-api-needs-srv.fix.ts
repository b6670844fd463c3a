import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { HttpApiIngress, HttpApiTarget } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service, namespace }) => {
  const vpcLink = new apigwv2.VpcLink(stack, 'Link', { vpc });
  const orders = service.enableCloudMap({
    cloudMapNamespace: namespace,
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.A,
  });
  new apigwv2.HttpApi(stack, 'Api', {
    defaultIntegration: new integrations.HttpServiceDiscoveryIntegration('Orders', orders, { vpcLink }),
  });
};

export const plain: Fix = ({ stack, vpc, service, namespace }) => {
  const vpcLink = new apigwv2.VpcLink(stack, 'Link', { vpc });
  const orders = service.enableCloudMap({
    cloudMapNamespace: namespace,
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.SRV,
    containerPort: 80,
  });
  new apigwv2.HttpApi(stack, 'Api', {
    defaultIntegration: new integrations.HttpServiceDiscoveryIntegration('Orders', orders, { vpcLink }),
  });
};

export const guarded: Fix = ({ stack, web, namespace }) => {
  new HttpApiIngress(stack, 'Api', {
    service: web,
    target: HttpApiTarget.tasks({ dnsNamespace: namespace, name: 'orders' }),
  });
};
