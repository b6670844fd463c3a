import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, loadBalancer, listener }) => {
  const api = new apigwv2.HttpApi(stack, 'Api');
  new apigwv2.CfnIntegration(stack, 'Integration', {
    apiId: api.apiId,
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'ANY',
    connectionType: 'VPC_LINK',
    connectionId: new apigwv2.VpcLink(stack, 'Link', { vpc }).vpcLinkId,
    payloadFormatVersion: '1.0',
    integrationUri: loadBalancer.loadBalancerArn,
  }).node.addDependency(listener);
};

export const plain: Fix = ({ stack, listener }) => {
  new apigwv2.HttpApi(stack, 'Api', {
    defaultIntegration: new integrations.HttpAlbIntegration('Shop', listener),
  });
};
