import { CfnOutput } from 'aws-cdk-lib/core';
import { fargateTask, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  {
    name: 'a listener forwards to an ip target group and the service names no load balancer',
    caught: true,
    app: (stack) => {
      targetGroup(stack);
      service(stack, { TaskDefinition: fargateTask(stack).ref });
    },
  },
  {
    name: 'only a rule of the listener forwards to it, by weight',
    caught: true,
    app: (stack) => {
      const group = resource(stack, 'TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip' });
      resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
        Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: group.ref }] } }],
      });
      service(stack);
    },
  },
  {
    name: 'the service names the target group',
    caught: false,
    app: (stack) => void service(stack, { LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: 'app', ContainerPort: 80 }] }),
  },
  {
    name: 'the target group lists its targets',
    caught: false,
    app: (stack) => {
      targetGroup(stack, { Targets: [{ Id: '10.0.0.1' }] });
      service(stack);
    },
  },
  {
    name: 'CodeDeploy shifts traffic to it',
    caught: false,
    app: (stack) => {
      resource(stack, 'Group', 'AWS::CodeDeploy::DeploymentGroup', { LoadBalancerInfo: { TargetGroupInfoList: [{ Name: targetGroup(stack).getAtt('TargetGroupName') }] } });
      service(stack);
    },
  },
  {
    name: 'a deployment group of another app shifts traffic to it',
    caught: false,
    notChecked: true,
    app: (stack) => {
      targetGroup(stack);
      service(stack, { DeploymentController: { Type: 'CODE_DEPLOY' } });
    },
  },
  {
    name: 'instances register in it',
    caught: false,
    app: (stack) => {
      targetGroup(stack, { TargetType: 'instance' });
      service(stack);
    },
  },
  {
    name: 'an output exposes it to another app',
    caught: false,
    notChecked: true,
    app: (stack) => {
      new CfnOutput(stack, 'Arn', { value: targetGroup(stack).ref, exportName: 'target-group' });
      service(stack);
    },
  },
];
