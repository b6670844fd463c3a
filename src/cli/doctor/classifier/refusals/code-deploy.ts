import type { Refusal } from './refusal';

/** Refusals of CodeDeploy, and of ECS to what CodeDeploy owns. */
export const CODE_DEPLOY: readonly Refusal[] = [
  { when: /primary task ?set target group must be behind/i, id: 'dpl-traffic-put-back', fix: 'forward the production listener to the target group of the primary task set again, and leave its target group out of later stack updates: a stack update or a person has put it back' },
  { when: /codedeploy does not have the permissions required to assume/i, id: 'iam-trust-policy', fix: 'let codedeploy.amazonaws.com assume the role in its trust policy, and attach AWSCodeDeployRoleForECS to it' },
  { when: /(?:CODE_DEPLOY|EXTERNAL) deployment controller/i, id: 'dpl-codedeploy-controller-rules', fix: 'deploy it with CodeDeploy: with that controller, a stack update may only change the desired count, the deployment configuration and the grace period' },
  { when: /waiting for a notification to continue/i, fix: 'continue the deployment in time with aws deploy continue-deployment --deployment-wait-type READY_WAIT, or let the deployment group reroute the traffic at once' },
  { when: /does not give you permission to perform operations in the following AWS service: AWSLambda/i, fix: 'allow lambda:InvokeFunction on the functions of the hooks to the service role of CodeDeploy' },
  { when: /does not give you permission to perform operations/i, fix: 'attach AWSCodeDeployRoleForECS to the service role of CodeDeploy' },
  { when: /waiting for a status callback/i, fix: 'let the function of the hook call PutLifecycleEventHookExecutionStatus within an hour, and allow codedeploy:PutLifecycleEventHookExecutionStatus to its role' },
  { when: /lifecycle event validation functions failed/i, fix: 'read the log of the function of the hook at the time of the deployment, and repair what it rejects' },
  { when: /use AllAtOnce traffic routing/i, fix: 'use CodeDeployDefault.ECSAllAtOnce, the only configuration for a Network Load Balancer, or an Application Load Balancer' },
  { when: /logical id .*same between initial and final template/i, fix: 'set another logical id on the task definition and task set of each new revision: the hook AWS::CodeDeploy::BlueGreen shifts from one to the other' },
  { when: /AWS::CodeDeploy::BlueGreen hook matches|Transform AWS::CodeDeployBlueGreen failed/i, fix: 'correct the hook AWS::CodeDeploy::BlueGreen in the template as its reference requires, or use the strategy BLUE_GREEN of ECS' },
  { when: /valid pair of target groups|pair of target groups|elbInfoList|targetGroupInfoList|targetGroupPairInfo|specification for load balancing in the deployment group/i, id: 'dpl-codedeploy-group', fix: 'set computePlatform ECS on the application, and a targetGroupPairInfo in the deployment group with two target groups and the production listener' },
  { when: /AppSpec/i, fix: 'correct the AppSpec file: a Resources section with TaskDefinition, ContainerName and ContainerPort of the service' },
  { when: /already (?:has )?an active deployment|deployment .*is already in progress|ActiveDeployment|DeploymentLimitExceeded/i, fix: 'wait until the deployment under way has ended, or stop it with aws deploy stop-deployment' },
];
