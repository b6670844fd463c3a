import type { DeploymentGroupFacts } from '../../facts/codedeploy';
import { known } from '../../facts/fact';
import type { LoadBalancerFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';
import { allows } from '../permissions';

export const dplCodedeployGroup = defineGotcha({
  id: 'dpl-codedeploy-group',
  title: 'A deployment group of CodeDeploy that can\'t deploy its service',
  consequence: 'rejected',
  symptom: '`The ECS service must be configured for a CODE_DEPLOY deployment controller`, `Only blue/green deployments are supported for the ECS compute platform`, `… must contain a valid pair of target groups`, or `Production traffic route must have exactly one listener Arn`.',
  why: 'CodeDeploy deploys a service of the controller CODE_DEPLOY alone: it starts the new tasks in the second of two target groups, and then changes the listener from one to the other.',
  rule: 'The service of a deployment group has the controller `CODE_DEPLOY`; its application has the compute platform `ECS`, its style is `BLUE_GREEN` with `WITH_TRAFFIC_CONTROL`. It names 2 target groups, one of them that of the service, '
    + 'and 1 production listener, which forwards to one of them, and another one for test traffic. Its deployment configuration is one for ECS. Behind a Network Load Balancer its deployment configuration is `CodeDeployDefault.ECSAllAtOnce`. It stops the old tasks (`TERMINATE`) after 2880 minutes at most, waits before the traffic shifts only with `STOP_DEPLOYMENT`, and watches an alarm where it rolls back on one. Its role trusts `codedeploy.amazonaws.com`, and allows `ecs:DescribeServices`, `CreateTaskSet`, `UpdateServicePrimaryTaskSet` and `DeleteTaskSet`.',
  fix: 'create the deployment group with `EcsDeploymentGroup`, with both target groups and the production listener',
  docsUrl: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html',
  levels: ['synth'],
  avoidedBy: '`Deployment.codeDeploy` creates the deployment group with what it needs.',
  subject: 'service',
  needs: ['deploymentGroups'],
  reads: ['controller', 'loadBalancers'],
  check: ({ deploymentGroups, controller, loadBalancers }) => each(deploymentGroups, (group) => all(
    () => found(known(controller) !== 'CODE_DEPLOY', group, 'deploymentController', String(known(controller)), 'is not the controller CODE_DEPLOY', 'set the deployment controller of the service to CODE_DEPLOY'),
    () => found(known(group.platform) !== 'ECS', group, 'computePlatform', known(group.platform), 'of the application is not ECS', 'set the compute platform of the application to ECS'),
    () => style(group),
    () => pair(group, known(loadBalancers)),
    () => found(known(group.productionListeners) > 1, group, 'prodTrafficRoute', `${known(group.productionListeners)} listeners`, 'has more than the one that CodeDeploy changes', 'name one listener for production'),
    () => {
      const tests = known(group.testRoutes).map(known);
      return found(known(group.productionRoutes).map(known).some((one) => tests.includes(one)), group, 'testTrafficRoute', 'the listener for production', 'leaves no separate port for test traffic', 'name another listener for test traffic, or none');
    },
    () => ofOtherPlatform(group),
    () => {
      const minutes = known(group.terminationWaitMinutes) ?? 0;
      return found(minutes > MOST_MINUTES, group, 'terminationWaitTimeInMinutes', String(minutes), `is more than ${MOST_MINUTES}`, `set ${MOST_MINUTES} minutes at most`);
    },
    () => found(known(group.terminationAction) === 'KEEP_ALIVE', group, 'terminateBlueInstancesOnDeploymentSuccess', 'KEEP_ALIVE', 'is not for ECS, where the old tasks are stopped', 'set its action to TERMINATE'),
    () => {
      const minutes = known(group.readyWaitMinutes) ?? 0;
      return found(minutes > 0 && known(group.readyAction) === 'CONTINUE_DEPLOYMENT', group, 'deploymentReadyOption', `CONTINUE_DEPLOYMENT and ${minutes} minutes`, 'has a wait that is for STOP_DEPLOYMENT', 'set the action to STOP_DEPLOYMENT, or leave the wait out');
    },
    () => unwatched(group),
    () => inParts(group, known(loadBalancers)),
    () => trusted(group),
    () => permitted(group),
  )),
});

function found(isWrong: boolean, group: DeploymentGroupFacts, property: string, value: string, what: string, fix?: string): readonly Result[] {
  return isWrong ? [{ property, detail: `${property} (${value}) ${what}, and ${group.name} deploys the service`, fix }] : [];
}

const FIX_STYLE = 'set the deployment style to BLUE_GREEN and WITH_TRAFFIC_CONTROL';

/** A style that is left out has both words of servers. */
function style(group: DeploymentGroupFacts): readonly Result[] {
  if (group.deploymentType === undefined && group.deploymentOption === undefined) {
    return found(true, group, 'deploymentStyle', 'not set, which is IN_PLACE', 'is not BLUE_GREEN with WITH_TRAFFIC_CONTROL', FIX_STYLE);
  }
  return all(
    () => found(known(group.deploymentType) !== 'BLUE_GREEN', group, 'deploymentType', known(group.deploymentType) ?? 'IN_PLACE', 'is not BLUE_GREEN', FIX_STYLE),
    () => found(
      known(group.deploymentOption) !== 'WITH_TRAFFIC_CONTROL', group, 'deploymentOption', known(group.deploymentOption) ?? 'WITHOUT_TRAFFIC_CONTROL', 'is not WITH_TRAFFIC_CONTROL', FIX_STYLE,
    ),
  );
}

const FIX_PAIR = 'name the target group of the service and a second one in the TargetGroupPairInfoList, as `EcsDeploymentGroup` does';

function pair(group: DeploymentGroupFacts, loadBalancers: readonly LoadBalancerFacts[]): readonly Result[] {
  const groups = known(group.targetGroups).map(known);
  const { size } = new Set(groups);
  if (size !== 2) return found(true, group, 'targetGroups', size === 1 && groups.length > 1 ? 'one of them twice' : String(groups.length), 'are not a pair of two', FIX_PAIR);
  return all(
    () => each(loadBalancers, ({ targetGroup }) => {
      const id = known(targetGroup.id);
      const isPlain = groups.some((one) => !one.includes('#')) || !id.includes('#');
      // A name and a reference can't be compared.
      return isPlain ? [] : found(!groups.includes(id), group, 'targetGroups', 'without that of the service', 'are another pair', FIX_PAIR);
    }),
    () => {
      const reached = known(group.inProduction);
      return found(!groups.some((one) => reached.includes(one)) && groups.every((one) => one.includes('#')), group, 'prodTrafficRoute', 'a listener without these target groups', 'leads to neither of the pair', 'name the listener that forwards to the target group of the service');
    },
  );
}

const MOST_MINUTES = 2880;

const FIX_CONFIG = 'set CodeDeployDefault.ECSAllAtOnce, or a configuration of the compute platform ECS';

/** Configurations for servers and for functions shift other things than a service. */
function ofOtherPlatform(group: DeploymentGroupFacts): readonly Result[] {
  const platform = known(group.configPlatform);
  if (platform !== undefined) return found(platform !== 'ECS', group, 'deploymentConfig', `compute platform ${platform}`, 'is not for ECS', FIX_CONFIG);
  const config = known(group.deploymentConfig);
  return found(/^CodeDeployDefault\.(?!ECS)/.test(config), group, 'deploymentConfig', config, 'is not for ECS', FIX_CONFIG);
}

function unwatched(group: DeploymentGroupFacts): readonly Result[] {
  if (!known(group.rollsBackOnAlarm) || known(group.alarms) > 0) return [];
  return [{
    property: 'alarms',
    consequence: 'misbehaves',
    detail: `alarms (none) can't stop a deployment of ${group.name}, which rolls back on DEPLOYMENT_STOP_ON_ALARM`,
    fix: 'name alarms in the AlarmConfiguration and enable it',
  }];
}

/** A Network Load Balancer has no weights for a part of the traffic. */
function inParts(group: DeploymentGroupFacts, loadBalancers: readonly LoadBalancerFacts[]): readonly Result[] {
  const config = known(group.deploymentConfig);
  if (!/^CodeDeployDefault\.ECS(Canary|Linear)/.test(config)) return [];
  return each(loadBalancers, ({ targetGroup }) => found(
    known(targetGroup.balancers).some(({ type }) => known(type) === 'network'), group, 'deploymentConfig', config, 'is not for a Network Load Balancer', 'set CodeDeployDefault.ECSAllAtOnce',
  ));
}

function trusted(group: DeploymentGroupFacts): readonly Result[] {
  const role = known(group.role);
  if (!role) return [];
  const services = known(role.trustedServices).map(known);
  return found(!services.some((service) => service === '*' || /^codedeploy\./.test(service)), group, 'serviceRole', services.join(', ') || 'no service', 'may not be assumed by CodeDeploy', 'let the role trust codedeploy.amazonaws.com');
}

const ACTIONS = ['ecs:DescribeServices', 'ecs:CreateTaskSet', 'ecs:UpdateServicePrimaryTaskSet', 'ecs:DeleteTaskSet'];

function permitted(group: DeploymentGroupFacts): readonly Result[] {
  const role = known(group.role);
  if (!role) return [];
  const missing = ACTIONS.filter((action) => !allows(role, action));
  return missing.length === 0 ? [] : [{
    property: 'serviceRole',
    consequence: 'never-works',
    detail: `serviceRole (without ${missing.join(', ')}) can't shift the service from one task set to another, and ${group.name} deploys it`,
    fix: 'attach the managed policy AWSCodeDeployRoleForECS to the role',
  }];
}
