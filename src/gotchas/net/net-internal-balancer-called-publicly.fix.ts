import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Internal', { vpc });
  const defaultAction = elbv2.ListenerAction.fixedResponse(200);
  loadBalancer.addListener('Http', { port: 80, open: true, defaultAction });
  const url = `http://${loadBalancer.loadBalancerDnsName}`;
  new apigwv2.HttpApi(stack, 'Api', {
    defaultIntegration: new integrations.HttpUrlIntegration('Shop', url),
  });
};

export const plain: Fix = ({ stack, vpc }) => {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Internal', { vpc });
  const defaultAction = elbv2.ListenerAction.fixedResponse(200);
  const listener = loadBalancer.addListener('Http', { port: 80, open: true, defaultAction });
  new apigwv2.HttpApi(stack, 'Api', {
    defaultIntegration: new integrations.HttpAlbIntegration('Shop', listener),
  });
};
