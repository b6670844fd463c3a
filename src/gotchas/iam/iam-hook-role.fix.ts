import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const check = lambda.Function.fromFunctionName(stack, 'Check', 'check');
  const role = new iam.Role(stack, 'Calls', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  check.grantInvoke(role);
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.LifecycleHooks', [
    { HookTargetArn: check.functionArn, RoleArn: role.roleArn, LifecycleStages: ['PRE_SCALE_UP'] },
  ]);
};

export const plain: Fix = ({ stack, service }) => {
  const check = lambda.Function.fromFunctionName(stack, 'Check', 'check');
  const role = new iam.Role(stack, 'Calls', { assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com') });
  check.grantInvoke(role);
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.LifecycleHooks', [
    { HookTargetArn: check.functionArn, RoleArn: role.roleArn, LifecycleStages: ['PRE_SCALE_UP'] },
  ]);
};
