import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { CodeDeployDeploymentOptions } from './code-deploy-options';

/** Target groups and listeners between which CodeDeploy moves traffic. */
interface Route {
  readonly targetGroup: elbv2.IApplicationTargetGroup;
  readonly alternateTargetGroup?: elbv2.IApplicationTargetGroup;
  readonly listener?: elbv2.IApplicationListener;
  readonly testListener?: elbv2.IApplicationListener;
}

/** The deployment group of a service with the CodeDeploy controller. */
export function deployByCodeDeploy(
  scope: Construct, service: ecs.BaseService, options: CodeDeployDeploymentOptions, route: Route,
): codedeploy.EcsDeploymentGroup {
  const { rollback = true, alarms = [] } = options;
  return new codedeploy.EcsDeploymentGroup(scope, 'DeploymentGroup', {
    service,
    application: options.application,
    deploymentConfig: options.deploymentConfig,
    alarms,
    autoRollback: { failedDeployment: rollback, stoppedDeployment: rollback, deploymentInAlarm: rollback && alarms.length > 0 },
    blueGreenDeploymentConfig: {
      blueTargetGroup: route.targetGroup,
      greenTargetGroup: route.alternateTargetGroup!,
      listener: route.listener!,
      testListener: route.testListener,
      terminationWaitTime: options.terminationWaitTime ?? Duration.minutes(5),
      deploymentApprovalWaitTime: options.deploymentApprovalWaitTime,
    },
  });
}
