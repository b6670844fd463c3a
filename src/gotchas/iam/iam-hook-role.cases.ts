import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Hook {
  readonly trusts?: string;
  readonly grant?: (role: iam.Role, fn: lambda.Function) => void;
}

function code(stack: Stack, id = 'Check'): lambda.Function {
  return new lambda.Function(stack, id, { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => 0') });
}

function hooked(stack: Stack, { trusts = 'ecs.amazonaws.com', grant = (role, fn) => fn.grantInvoke(role) }: Hook): void {
  const fn = code(stack);
  const role = new iam.Role(stack, 'Calls', { assumedBy: new iam.ServicePrincipal(trusts) });
  grant(role, fn);
  hook(stack, fn.functionArn, role.roleArn);
}

function hook(stack: Stack, HookTargetArn: string, RoleArn: string): void {
  service(stack, { DeploymentConfiguration: { LifecycleHooks: [{ HookTargetArn, RoleArn, LifecycleStages: ['PRE_SCALE_UP'] }] } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a role that the function runs with', caught: true, app: (stack) => hooked(stack, { trusts: 'lambda.amazonaws.com' }) },
  { name: 'a role without permissions', caught: true, app: (stack) => hooked(stack, { grant: () => undefined }) },
  { name: 'a role for another function', caught: true, app: (stack) => hooked(stack, { grant: (role) => code(stack, 'Other').grantInvoke(role) }) },
  {
    name: 'a role that may only read the function',
    caught: true,
    app: (stack) => hooked(stack, {
      grant: (role, fn) => role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:GetFunction'], resources: [fn.functionArn] })),
    }),
  },
  { name: 'the role of the hook', caught: false, app: (stack) => hooked(stack, {}) },
  { name: 'the CDK creates the role', caught: false, app: (stack) => void new ecs.DeploymentLifecycleLambdaTarget(code(stack), 'Hook', { lifecycleStages: [] }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => hook(stack, code(stack).functionArn, parameter(stack)) },
];
