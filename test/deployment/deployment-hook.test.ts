import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { SERVICE, refusal, templateOf, webService } from './web-service';
import { Deployment, DeploymentHook, TestTraffic, type DeploymentHookOptions } from '../../src';
import { templateWithoutTokens, testStack, tokens } from '../support/stacks';

const Stage = ecs.DeploymentLifecycleStage;
const testTraffic = TestTraffic.onPort(9000);
const CHECK = 'arn:aws:lambda:eu-west-1:123456789012:function:check';
const stub = (stack: Stack, name = 'check') => lambda.Function.fromFunctionArn(stack, name, CHECK.replace('check', name));

function hooksOf(template: Template): any[] {
  const [service] = Object.values(template.findResources(SERVICE));
  return service.Properties.DeploymentConfiguration.LifecycleHooks;
}

describe('a function', () => {
  test('is called at its stages with its details, by a role that may call nothing else', () => {
    const stack = testStack();
    const hook = DeploymentHook.lambda(stub(stack), {
      stages: [Stage.POST_TEST_TRAFFIC_SHIFT, Stage.PRE_SCALE_UP], details: { limit: 3 }, timeout: Duration.minutes(20),
    });
    webService(Deployment.blueGreen({ testTraffic, hooks: [hook] }), stack);
    const template = Template.fromStack(stack);
    expect(hooksOf(template)).toEqual([{
      TargetType: 'AWS_LAMBDA',
      HookTargetArn: CHECK,
      RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^WebServiceHookRole/), 'Arn'] },
      LifecycleStages: ['POST_TEST_TRAFFIC_SHIFT', 'PRE_SCALE_UP'],
      HookDetails: { limit: 3 },
      TimeoutConfiguration: { TimeoutInMinutes: 20, Action: 'ROLLBACK' },
    }]);
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: Match.objectLike({ Statement: [Match.objectLike({ Principal: { Service: 'ecs.amazonaws.com' } })] }),
      // Inline, so that it is there before the service is.
      Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: CHECK }] } }],
    });
  });

  test('shares the role with the other functions of the service', () => {
    const stack = testStack();
    const hooks = ['one', 'two'].map((name) => DeploymentHook.lambda(stub(stack, name), { stages: [Stage.POST_SCALE_UP] }));
    webService(Deployment.blueGreen({ hooks }), stack);
    const template = Template.fromStack(stack);
    const [one, two] = hooksOf(template);
    expect(one.RoleArn).toEqual(two.RoleArn);
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: [{
        PolicyDocument: { Statement: ['one', 'two'].map((name) => Match.objectLike({ Action: 'lambda:InvokeFunction', Resource: CHECK.replace('check', name) })) },
      }],
    });
  });

  test('of another stack is no circle', () => {
    const stack = testStack();
    const other = new Stack(stack.node.scope!, 'Checks');
    const check = new lambda.Function(other, 'Check', { code: lambda.Code.fromInline('0'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_24_X });
    webService(Deployment.blueGreen({ hooks: [DeploymentHook.lambda(check, { stages: [Stage.POST_SCALE_UP] })] }), stack);
    expect(JSON.stringify(hooksOf(Template.fromStack(stack))[0].HookTargetArn)).toContain('Check');
    expect(stack.dependencies).toEqual([other]);
  });
});

test('a pause waits for an hour, and continues only if that is set', () => {
  const stages = [Stage.POST_SCALE_UP];
  const hooks = [DeploymentHook.pause({ stages }), DeploymentHook.pause({ stages, timeout: Duration.days(14), continueOnTimeout: true })];
  expect(hooksOf(templateOf(Deployment.canary({ hooks })))).toEqual([
    { TargetType: 'PAUSE', LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 60, Action: 'ROLLBACK' } },
    { TargetType: 'PAUSE', LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 20160, Action: 'CONTINUE' } },
  ]);
});

describe('invalid options', () => {
  const pause = (options: Partial<DeploymentHookOptions>) => DeploymentHook.pause({ stages: [Stage.POST_SCALE_UP], ...options });

  test.each<[string, Deployment, string]>([
    ['no stage', Deployment.blueGreen({ hooks: [pause({ stages: [] })] }), 'a hook without stages'],
    ['a stage twice', Deployment.blueGreen({ hooks: [pause({ stages: [Stage.POST_SCALE_UP, Stage.POST_SCALE_UP] })] }), 'names POST_SCALE_UP more than once'],
    ['a stage of traffic in a rolling deployment', Deployment.rolling({ hooks: [pause({ stages: [Stage.POST_PRODUCTION_TRAFFIC_SHIFT] })] }), 'a stage that a rolling deployment does not have'],
    ['a pause while test traffic shifts', Deployment.blueGreen({ testTraffic, hooks: [pause({ stages: [Stage.TEST_TRAFFIC_SHIFT] })] }), 'pauses at TEST_TRAFFIC_SHIFT'],
    ['a pause while traffic shifts', Deployment.blueGreen({ hooks: [pause({ stages: [Stage.PRODUCTION_TRAFFIC_SHIFT] })] }), 'pauses at PRODUCTION_TRAFFIC_SHIFT'],
    ['a stage of test traffic that is not there', Deployment.blueGreen({ hooks: [pause({ stages: [Stage.POST_TEST_TRAFFIC_SHIFT] })] }), 'and the deployment has no testTraffic'],
    ['a pause of half a minute', Deployment.blueGreen({ hooks: [pause({ timeout: Duration.seconds(30) })] }), '0.5 minutes'],
    ['a pause of 15 days', Deployment.blueGreen({ hooks: [pause({ timeout: Duration.days(15) })] }), '21600 minutes, it must be a whole number from 1 to 20160 minutes'],
  ])('%s', (_name, deployment, words) => {
    const message = refusal(deployment);
    expect(message).toContain(words);
    expect(message).toContain('at:   Shop/Web (deployment.hooks');
  });

  test('a function that is waited for longer than a day', () => {
    const hook = DeploymentHook.lambda(stub(testStack()), { stages: [Stage.POST_SCALE_UP], timeout: Duration.days(2) });
    expect(refusal(Deployment.blueGreen({ hooks: [hook] }))).toContain('2880 minutes, it must be a whole number from 1 to 1440 minutes');
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const hook = DeploymentHook.pause({ stages: [Stage.POST_SCALE_UP], timeout: Duration.minutes(tokens(stack).number) });
  webService(Deployment.blueGreen({ hooks: [hook] }), stack);
  expect(hooksOf(templateWithoutTokens(stack))[0].TimeoutConfiguration).toEqual({ TimeoutInMinutes: { Ref: 'Number' }, Action: 'ROLLBACK' });
});
