import { CfnOutput, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

/** A service in a target group of VPC Lattice. */
function registered(stack: Stack): CfnResource {
  const group = resource(stack, 'Group', 'AWS::VpcLattice::TargetGroup', { Type: 'IP', Config: { Port: 8080, Protocol: 'HTTP', VpcIdentifier: 'vpc-1' } });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 8080, Name: 'http' }] }).ref,
    VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::111122223333:role/lattice', TargetGroupArn: group.getAtt('Arn') }],
  });
  return group;
}

function forward(TargetGroupIdentifier: unknown): unknown {
  return { Forward: { TargetGroups: [{ TargetGroupIdentifier, Weight: 100 }] } };
}

function listener(stack: Stack, DefaultAction: unknown): void {
  resource(stack, 'Listener', 'AWS::VpcLattice::Listener', { ServiceIdentifier: 'svc-1', Protocol: 'HTTPS', DefaultAction });
}

const NOT_FOUND = { FixedResponse: { StatusCode: 404 } };

export const cases: readonly GotchaCase[] = [
  { name: 'no listener', caught: true, app: (stack) => void registered(stack) },
  {
    name: 'a listener of something else',
    caught: true,
    app: (stack) => {
      registered(stack);
      listener(stack, NOT_FOUND);
    },
  },
  { name: 'a listener', caught: false, app: (stack) => listener(stack, forward(registered(stack).getAtt('Id'))) },
  { name: 'a listener that names it by its ARN', caught: false, app: (stack) => listener(stack, forward(registered(stack).getAtt('Arn'))) },
  {
    name: 'a rule',
    caught: false,
    app: (stack) => {
      const Action = forward(registered(stack).ref);
      listener(stack, NOT_FOUND);
      resource(stack, 'Rule', 'AWS::VpcLattice::Rule', { ListenerIdentifier: 'listener-1', Priority: 1, Match: { HttpMatch: { PathMatch: { Match: { Prefix: '/' } } } }, Action });
    },
  },
  { name: 'no VPC Lattice', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  {
    name: 'an output exposes it to other stacks',
    caught: false,
    notChecked: true,
    app: (stack) => void new CfnOutput(stack, 'GroupArn', { value: registered(stack).getAtt('Arn').toString() }),
  },
  {
    name: 'a parameter is the target group of a listener',
    caught: false,
    notChecked: true,
    app: (stack) => {
      registered(stack);
      listener(stack, forward(parameter(stack)));
    },
  },
  {
    name: 'the target group is outside of the app',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref, VpcLatticeConfigurations: [{ PortName: 'http', TargetGroupArn: 'arn:group' }] }),
  },
];
