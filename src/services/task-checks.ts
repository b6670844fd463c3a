import { RemovalPolicy } from 'aws-cdk-lib/core';
import { factsOfContainer } from './facts-of-props';
import type { Capacity } from './task-capacity';
import type { TaskProps } from './task-props';
import { checkName, checkText, checkWholeNumber, checkWholeSeconds } from '../checks/arguments';
import { checkSecret } from '../checks/check-kind';
import { checkOnce } from '../checks/once';
import { checkLogDriver } from '../containers/check-log-driver';
import { checkHealthCheck } from '../containers/check-health-check';
import { checkRuntime } from '../containers/check-runtime';
import type { ContainerPlan } from '../containers/container-plan';
import type { LoggingOptions } from '../containers/logging-options';
import { taskFacts, type TaskFacts } from '../facts/task';
import { enforce, refuse } from '../gotchas/enforce';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NAME_RULE = 'have 1 to 255 letters, digits, hyphens and underscores';
const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html';

/** Throws for impossible props of a task. Returns its facts. */
export function checkTask(at: string, capacity: Capacity, props: TaskProps, plans: readonly ContainerPlan[]): TaskFacts {
  checkText(at, 'family', props.family, NAME, NAME_RULE, DOCS);
  const ofCapacity = capacity.taskFacts();
  for (const plan of plans) checkContainer(at, plan, ofCapacity);
  checkLogging(at, props.logging);
  checkOnce(at, 'securityGroups', props.securityGroups, (group) => group.securityGroupId);
  capacity.check(at);
  const facts = taskFacts({ ...ofCapacity, containers: plans.map(factsOfContainer), volumes: [] });
  enforce(at, 'task', facts);
  return facts;
}

function checkContainer(at: string, plan: ContainerPlan, ofCapacity: Partial<TaskFacts>): void {
  const { name, ports, options } = plan;
  checkName(at, name);
  checkText(at, 'containerName', name, NAME, NAME_RULE, DOCS);
  const of = (property: string) => `containers[${name}].${property}`;
  for (const port of ports) checkWholeNumber(at, of('containerPort'), port, { min: 1, max: 65535, docs: DOCS });
  checkWholeNumber(at, of('cpu'), options.cpu, { min: 0, max: 196608, unit: 'cpu units', docs: DOCS });
  checkWholeNumber(at, of('memoryLimitMiB'), options.memoryLimitMiB, { min: 6, max: 1e9, unit: 'MiB', docs: DOCS });
  checkWholeNumber(at, of('memoryReservationMiB'), options.memoryReservationMiB, { min: 6, max: 1e9, unit: 'MiB', docs: DOCS });
  for (const property of ['startTimeout', 'stopTimeout'] as const) checkWholeSeconds(at, of(property), options[property]);
  if (options.healthCheck) checkHealthCheck(at, of, options.healthCheck);
  for (const [variable, secret] of Object.entries(options.secrets ?? {})) checkSecret(at, of(`secrets.${variable}`), secret);
  checkOnce(at, of('dependsOn'), options.dependsOn, ({ containerName }) => containerName, DOCS);
  if (ofCapacity.onFargate === true) checkLogDriver(at, of('logDriver'), options.logDriver);
  checkRuntime(at, plan, ofCapacity);
}

function checkLogging(at: string, options: LoggingOptions = {}): void {
  const { logGroup, removalPolicy } = options;
  const ofOwn = (['logGroupName', 'retention', 'removalPolicy', 'encryptionKey'] as const).find((name) => options[name] !== undefined);
  if (logGroup && ofOwn) {
    refuse({
      headline: `logging.${ofOwn} is set beside logging.logGroup, and is for a log group that the service creates`,
      at,
      property: `logging.${ofOwn}`,
      fix: `set it on the log group itself, or leave out logging.logGroup or logging.${ofOwn}`,
      docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    });
  }
  if (removalPolicy !== RemovalPolicy.SNAPSHOT) return;
  refuse({
    headline: 'logging.removalPolicy is SNAPSHOT, there are no snapshots of log groups',
    at,
    property: 'logging.removalPolicy',
    fix: 'use RemovalPolicy.RETAIN, or RemovalPolicy.DESTROY to delete the logs with the stack',
    docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
  });
}
