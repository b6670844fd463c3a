import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import { Duration } from 'aws-cdk-lib/core';
import { INGRESSES, LISTENER, RULE, SERVICE, listener, onListener, refusal, templateOf, webService } from './web-service';
import { Deployment, TestTraffic, type CodeDeployDeploymentOptions } from '../../src';
import { FLAG_SETS, templateWithoutTokens, testStack, tokens } from '../support/stacks';

const GROUP = 'AWS::CodeDeploy::DeploymentGroup';

test.each(FLAG_SETS)('the template is as it was, with $flags', ({ context }) => {
  const stack = testStack(context);
  webService(Deployment.codeDeploy({ testTraffic: TestTraffic.onPort(9000) }), stack);
  const { Resources } = Template.fromStack(stack).toJSON();
  const deployed = Object.fromEntries(Object.entries<any>(Resources).filter(([, { Type }]) => [SERVICE, LISTENER].includes(Type) || Type.includes('CodeDeploy')));
  expect(deployed).toMatchSnapshot();
});

test.each(Object.entries(INGRESSES))('CodeDeploy has the listener and both target groups behind %s', (_kind, ingress) => {
  const stack = testStack();
  webService(Deployment.codeDeploy(), stack, ingress(stack));
  Template.fromStack(stack).hasResourceProperties(GROUP, {
    LoadBalancerInfo: {
      TargetGroupPairInfoList: [{
        ProdTrafficRoute: { ListenerArns: [Match.anyValue()] },
        TestTrafficRoute: Match.absent(),
        TargetGroups: [
          { Name: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebIngress(Internal|Listener)?TargetGroup'), 'TargetGroupName'] } },
          { Name: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebIngressAlternate(Internal|Listener)?TargetGroup'), 'TargetGroupName'] } },
        ],
      }],
    },
  });
});

test('the service has what the controller takes and nothing else', () => {
  templateOf(Deployment.codeDeploy()).hasResourceProperties(SERVICE, {
    DeploymentController: { Type: 'CODE_DEPLOY' },
    // The latest of the family: with a revision, CloudFormation would try to deploy each new one and be refused.
    TaskDefinition: Match.stringLikeRegexp('^ShopWebTask'),
    AvailabilityZoneRebalancing: Match.absent(),
    LoadBalancers: [{ AdvancedConfiguration: Match.absent() }],
    DeploymentConfiguration: {
      DeploymentCircuitBreaker: Match.absent(), Strategy: Match.absent(), BakeTimeInMinutes: Match.absent(), LifecycleHooks: Match.absent(),
    },
  });
});

test('test traffic on a listener of others has a rule of the second target group', () => {
  const stack = testStack();
  const ingress = onListener(stack);
  webService(Deployment.codeDeploy({ testTraffic: TestTraffic.onListener(listener(stack, 'Test', 9000), 7) }), stack, ingress);
  const template = Template.fromStack(stack);
  template.hasResourceProperties(RULE, { Priority: 7, Actions: [{ Type: 'forward', TargetGroupArn: { Ref: Match.stringLikeRegexp('^WebIngressAlternate') } }] });
  template.hasResourceProperties(GROUP, {
    LoadBalancerInfo: { TargetGroupPairInfoList: [{ TestTrafficRoute: { ListenerArns: [{ Ref: Match.stringLikeRegexp('^OthersLoadBalancerTest') }] } }] },
  });
});

test('alarms, times and steps are passed on', () => {
  const stack = testStack();
  const alarm = cloudwatch.Alarm.fromAlarmArn(stack, 'Errors', 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors');
  webService(Deployment.codeDeploy({
    alarms: [alarm],
    deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    terminationWaitTime: Duration.hours(1),
    deploymentApprovalWaitTime: Duration.minutes(30),
  }), stack);
  Template.fromStack(stack).hasResourceProperties(GROUP, {
    AlarmConfiguration: { Alarms: [{ Name: 'errors' }], Enabled: true },
    AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'] },
    DeploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    BlueGreenDeploymentConfiguration: {
      DeploymentReadyOption: { ActionOnTimeout: 'STOP_DEPLOYMENT', WaitTimeInMinutes: 30 },
      TerminateBlueInstancesOnDeploymentSuccess: { Action: 'TERMINATE', TerminationWaitTimeInMinutes: 60 },
    },
  });
});

test('nothing is rolled back if rollback is off', () => {
  templateOf(Deployment.codeDeploy({ rollback: false })).hasResourceProperties(GROUP, { AutoRollbackConfiguration: { Enabled: false } });
});

test.each<[CodeDeployDeploymentOptions, string]>([
  [{ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) }, 'CodeDeploy recognizes it by its listener only [dpl-codedeploy-controller-rules]'],
  [{ terminationWaitTime: Duration.hours(49) }, 'deployment.terminationWaitTime is 2940 minutes, it must be a whole number from 0 to 2880 minutes'],
  [{ deploymentApprovalWaitTime: Duration.seconds(90) }, 'deployment.deploymentApprovalWaitTime is 1.5 minutes'],
])('%j is refused', (options, words) => {
  expect(refusal(Deployment.codeDeploy(options))).toContain(words);
});

test('tokens pass', () => {
  const stack = testStack();
  webService(Deployment.codeDeploy({ terminationWaitTime: Duration.minutes(tokens(stack).number) }), stack);
  templateWithoutTokens(stack).hasResourceProperties(GROUP, {
    BlueGreenDeploymentConfiguration: { TerminateBlueInstancesOnDeploymentSuccess: { TerminationWaitTimeInMinutes: { Ref: 'Number' } } },
  });
});
