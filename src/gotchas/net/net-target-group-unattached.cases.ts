import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { CfnCondition, CfnOutput, Fn, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, group: CfnResource): CfnResource {
  return service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80 }] }).ref,
    LoadBalancers: [{ TargetGroupArn: group.ref, ContainerName: 'app', ContainerPort: 80 }],
  });
}

/** A listener that forwards to the target group or redirects, by a condition. */
function maybeForwarding(stack: Stack, group: CfnResource): CfnResource {
  const isPlain = new CfnCondition(stack, 'IsPlain', { expression: Fn.conditionEquals(parameter(stack), '') });
  const forward = { Type: 'forward', TargetGroupArn: group.ref };
  const redirect = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } };
  return resource(stack, 'Maybe', 'AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [Fn.conditionIf(isPlain.logicalId, forward, redirect)] });
}

function groupAlone(stack: Stack): CfnResource {
  return resource(stack, 'TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1' });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no listener forwards to the target group', caught: true, app: (stack) => void behind(stack, groupAlone(stack)) },
  {
    name: 'the listener forwards to another target group',
    caught: true,
    app: (stack) => {
      behind(stack, resource(stack, 'Other', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80 }));
      targetGroup(stack);
    },
  },
  { name: 'the service does not wait for the listener', caught: true, consequence: 'risk', app: (stack) => void behind(stack, targetGroup(stack)) },
  {
    name: 'the service waits for the listener, and a rule leads to the target group',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const group = groupAlone(stack);
      const listener = resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [{ Type: 'fixed-response' }] });
      resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {
        ListenerArn: listener.ref, Priority: 1, Actions: [{ Type: 'forward', TargetGroupArn: group.ref }],
      });
      behind(stack, group).node.addDependency(listener);
    },
  },
  {
    name: 'the service waits for the listener',
    caught: false,
    app: (stack) => {
      const group = targetGroup(stack);
      behind(stack, group).node.addDependency(stack.node.findChild('Listener') as CfnResource);
    },
  },
  {
    name: 'the service waits for something that refers to the listener',
    caught: false,
    app: (stack) => {
      const group = targetGroup(stack);
      const listener = stack.node.findChild('Listener') as CfnResource;
      behind(stack, group).node.addDependency(resource(stack, 'Certificate', 'AWS::ElasticLoadBalancingV2::ListenerCertificate', { ListenerArn: listener.ref }));
    },
  },
  {
    name: 'a web service of ecs-patterns',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx:1.27') },
    }),
  },
  { name: 'a Classic Load Balancer has no target group', caught: false, app: (stack) => void service(stack, { LoadBalancers: [{ LoadBalancerName: 'old' }] }) },
  {
    name: 'an output exposes the target group to the app of the listener',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const group = groupAlone(stack);
      new CfnOutput(stack, 'Arn', { value: group.ref });
      behind(stack, group);
    },
  },
  {
    name: 'a condition decides whether the listener forwards to the target group',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const group = groupAlone(stack);
      maybeForwarding(stack, group);
      behind(stack, group);
    },
  },
  {
    name: 'a condition decides whether the listener that the service waits for is the one that forwards',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const group = targetGroup(stack);
      behind(stack, group).node.addDependency(maybeForwarding(stack, group));
    },
  },
  {
    name: 'the target group comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { LoadBalancers: [{ TargetGroupArn: parameter(stack), ContainerName: 'app', ContainerPort: 80 }] }),
  },
];
