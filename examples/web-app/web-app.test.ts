import { Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { WebAppStack } from './web-app-stack';

const stack = new WebAppStack(new App(), 'MyWebApp', { imageTag: '1.0.0', desiredCount: 3 });
const template = Template.fromStack(stack);

test('the template is the one that was reviewed', () => {
  expect(template.toJSON()).toMatchSnapshot();
});

test('the load balancer targets nginx on port 80', () => {
  template.hasResourceProperties('AWS::ECS::Service', {
    LoadBalancers: [Match.objectLike({ ContainerName: 'nginx', ContainerPort: 80 })],
  });
});

test('the application waits until nginx is healthy', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: Match.arrayWith([
      Match.objectLike({ Name: 'app', DependsOn: [{ ContainerName: 'nginx', Condition: 'HEALTHY' }] }),
    ]),
  });
});

test('CPU scales between 2 and 10 tasks', () => {
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 2, MaxCapacity: 10 });
});
