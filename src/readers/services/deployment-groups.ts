import { readRole } from '../permissions/roles';
import { readTargetGroups } from './routes';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, list, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { DeploymentGroupFacts } from '../../facts/codedeploy';
import { Unknown, type Fact } from '../../facts/fact';

const SERVICE = 'AWS::ECS::Service';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

/** Deployment groups of the app for a service. */
export function readDeploymentGroups(service: Resource): readonly DeploymentGroupFacts[] {
  return (groupsByService(service.template.app).get(service) ?? []).map(readGroup);
}

function readGroup({ logicalId, properties }: Resource): DeploymentGroupFacts {
  const application = properties.get('ApplicationName');
  const own = resourceIn(application, 'AWS::CodeDeploy::Application');
  const pair = properties.at('LoadBalancerInfo', 'TargetGroupPairInfoList').items();
  const first = pair instanceof Unknown ? undefined : pair[0];
  const blueGreen = properties.get('BlueGreenDeploymentConfiguration');
  return {
    name: logicalId,
    platform: own ? orDefault(own.properties.get('ComputePlatform').text(), 'Server') : new Unknown(outside(application)),
    deploymentType: properties.at('DeploymentStyle', 'DeploymentType').text(),
    deploymentOption: properties.at('DeploymentStyle', 'DeploymentOption').text(),
    targetGroups: pair instanceof Unknown ? pair : first ? list(first.get('TargetGroups'), (item) => identity(item.get('Name'))) : [],
    inProduction: pair instanceof Unknown ? pair : first ? readProduction(first.at('ProdTrafficRoute', 'ListenerArns')) : [],
    productionListeners: pair instanceof Unknown ? pair : first ? countOf(first.at('ProdTrafficRoute', 'ListenerArns')) : 0,
    productionRoutes: readRoutes(pair, 'ProdTrafficRoute'),
    testRoutes: readRoutes(pair, 'TestTrafficRoute'),
    configPlatform: readConfigPlatform(properties.get('DeploymentConfigName')),
    terminationAction: blueGreen.at('TerminateBlueInstancesOnDeploymentSuccess', 'Action').text(),
    terminationWaitMinutes: blueGreen.at('TerminateBlueInstancesOnDeploymentSuccess', 'TerminationWaitTimeInMinutes').number(),
    readyAction: blueGreen.at('DeploymentReadyOption', 'ActionOnTimeout').text(),
    readyWaitMinutes: blueGreen.at('DeploymentReadyOption', 'WaitTimeInMinutes').number(),
    rollsBackOnAlarm: readRollsBackOnAlarm(properties.get('AutoRollbackConfiguration')),
    alarms: countAlarms(properties.get('AlarmConfiguration')),
    deploymentConfig: orDefault(properties.get('DeploymentConfigName').text(), 'CodeDeployDefault.ECSAllAtOnce'),
    role: readRole(properties.get('ServiceRoleArn')),
  };
}

function readRoutes(pair: Fact<readonly Value[]>, route: string): Fact<readonly Fact<string>[]> {
  if (pair instanceof Unknown) return pair;
  return pair[0] ? list(pair[0].at(route, 'ListenerArns'), identity) : [];
}

function readConfigPlatform(value: Value): Fact<string | undefined> {
  const config = resourceIn(value, 'AWS::CodeDeploy::DeploymentConfig');
  return config && orDefault(config.properties.get('ComputePlatform').text(), 'Server');
}

function readRollsBackOnAlarm(configuration: Value): Fact<boolean> {
  const enabled = configuration.get('Enabled').flag();
  const events = configuration.get('Events').items();
  if (enabled !== true || events instanceof Unknown) return enabled instanceof Unknown ? enabled : events instanceof Unknown ? events : false;
  return events.some((event) => event.text() === 'DEPLOYMENT_STOP_ON_ALARM');
}

function countAlarms(configuration: Value): Fact<number> {
  return configuration.get('Enabled').flag() === false ? 0 : countOf(configuration.get('Alarms'));
}

function countOf(listeners: Value): Fact<number> {
  const items = listeners.items();
  return items instanceof Unknown ? items : items.length;
}

function readProduction(listeners: Value): Fact<readonly string[]> {
  const items = listeners.items();
  if (items instanceof Unknown) return items;
  const found: string[] = [];
  for (const item of items) {
    const listener = resourceIn(item, LISTENER);
    if (!listener) return new Unknown(outside(item));
    const { app } = listener.template;
    const rules = app.ofType('AWS::ElasticLoadBalancingV2::ListenerRule').filter(({ properties }) => resourceIn(properties.get('ListenerArn'), LISTENER) === listener);
    for (const groups of [listener, ...rules].map(readTargetGroups)) {
      if (groups instanceof Unknown) return groups;
      found.push(...groups);
    }
  }
  return found;
}

const groupsByService = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const group of app.ofType('AWS::CodeDeploy::DeploymentGroup')) {
    const items = group.properties.get('ECSServices').items();
    for (const item of items instanceof Unknown ? [] : items) {
      const service = serviceOf(app, item.get('ServiceName'));
      if (service) pushTo(found, service, group);
    }
  }
  return found;
});

/** By a reference, or by a name that one service has. */
function serviceOf(app: App, value: Value): Resource | undefined {
  const name = value.text();
  if (typeof name !== 'string') return resourceIn(value, SERVICE);
  const named = app.ofType(SERVICE).filter(({ properties }) => properties.get('ServiceName').text() === name);
  return named.length === 1 ? named[0] : undefined;
}
