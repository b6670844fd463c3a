import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { checkAlarms, literalNameOf } from './alarm-names';
import { ServiceDeployment } from './service-deployment';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { dplAlarmUseless } from '../gotchas/dpl/dpl-alarm-useless';
import { dplCodedeployControllerRules } from '../gotchas/dpl/dpl-codedeploy-controller-rules';
import { refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html';

/**
 * Properties of DeploymentAlarms.
 */
export interface DeploymentAlarmsProps {
  /**
   * The service, deployed by ECS and not by CodeDeploy.
   */
  readonly service: IEcsWorkload;

  /**
   * The alarms, also on metrics of the service itself, its target groups or its load balancer.
   *
   * An alarm of the app that has no name gets one, made of its stack and its path: a reference to it would be a circle.
   */
  readonly alarms: cloudwatch.IAlarm[];

  /**
   * If true, a deployment that an alarm stops is rolled back to the last good one.
   *
   * @default true
   */
  readonly rollback?: boolean;
}

/**
 * Stops a deployment when an alarm goes off while it runs, and rolls it back.
 *
 * Alarms of several parts add up, to each other and to those of the service's `deployment`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 *
 * @example
 * new DeploymentAlarms(this, 'RollBack', { service: web, alarms: [alarm] });
 */
export class DeploymentAlarms extends Construct {
  /**
   * Defines alarms for the deployments of a service.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: DeploymentAlarmsProps) {
    const at = pathOf(scope, id);
    props = readPartProps(pathOf(scope, id), props, ['alarms']);
    const { service: { service }, alarms, rollback = true } = props;
    checkNotEmpty(at, alarms);
    checkPlaces(scope, id, { service, alarms });
    checkAlarms(at, 'alarms', alarms);
    checkController(at, service);
    checkRollback(at, service, rollback);
    super(scope, id);
    ServiceDeployment.of(service).addAlarms(alarms.map(literalNameOf), rollback);
  }
}

function checkNotEmpty(at: string, alarms: readonly cloudwatch.IAlarm[]): void {
  if (alarms.length > 0) return;
  refuse({ headline: 'alarms is empty, no alarm would stop a deployment', gotcha: dplAlarmUseless, at, property: 'alarms', fix: 'name at least one alarm' });
}

function checkController(at: string, service: ecs.BaseService): void {
  const { deploymentController } = cfnServiceOf(service);
  const { type = 'ECS' } = (deploymentController ?? {}) as ecs.CfnService.DeploymentControllerProperty;
  if (type === 'ECS') return;
  refuse({
    headline: `service is deployed by the ${type} controller, ECS watches alarms only where it deploys itself`,
    gotcha: dplCodedeployControllerRules,
    at,
    property: 'service',
    fix: 'pass the alarms to Deployment.codeDeploy({ alarms })',
    docs: DOCS,
  });
}

function checkRollback(at: string, service: ecs.BaseService, rollback: boolean): void {
  const said = ServiceDeployment.of(service).saidRollback;
  if (said === undefined || said === rollback) return;
  refuse({
    headline: `rollback is ${rollback}, and ${said} where other alarms of the same service are named`,
    at,
    property: 'rollback',
    why: 'ECS has one answer to all alarms of a service.',
    fix: 'set the same value in all places',
    docs: DOCS,
  });
}
