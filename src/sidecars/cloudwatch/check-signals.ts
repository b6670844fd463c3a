import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { ApplicationSignalsProps } from './application-signals-props';
import { AGENT_NEEDS } from './check-agent';
import { CloudWatchAgent } from './cloudwatch-agent';
import type { Instrumentation } from './instrumentation';
import { InstrumentedRuntime } from './instrumented-runtime';
import { checkText } from '../../checks/arguments';
import { written } from '../../checks/written';
import { ownVariable, variablesOf } from '../../checks/environment-variable';
import { refuse } from '../../gotchas/enforce';
import { checkMount } from '../../storage/check-mount';
import type { IEcsTask } from '../../workload/ecs-task';
import { checkSidecar, type SidecarNeeds } from '../check-sidecar';
import { sidecarOf } from '../task-containers';

/** The page that has the variables, and the platforms. */
export const DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Signals-ECS-Sidecar.html';
/** A value of OTEL_RESOURCE_ATTRIBUTES and of names beside it: commas and equals signs end it. */
const NAME = /^[^\s,=][^,=]{0,254}$/;
const RULE = 'have 1 to 255 characters, without a comma and an equals sign';

/** Throws for a runtime that has no SDK. The types rule it out, except in JavaScript. */
export function checkRuntime(at: string, runtime: InstrumentedRuntime): void {
  if (Object.values(InstrumentedRuntime).includes(runtime)) return;
  refuse({
    headline: `runtime is ${Token.isUnresolved(runtime) ? 'a token' : written(runtime)}, it must be one of ${Object.keys(InstrumentedRuntime).join(', ')}`,
    at,
    property: 'runtime',
    fix: 'use a value of InstrumentedRuntime: InstrumentedRuntime.NODE',
    docs: DOCS,
  });
}

/** The container that is instrumented. Throws for one that can't be. */
export function checkSignals(at: string, props: ApplicationSignalsProps, { path, extended }: Instrumentation): ecs.ContainerDefinition {
  const { task, containerName, serviceName, environmentName } = props;
  const container = checkMount(at, { task, containerName, containerPath: path });
  checkText(at, 'serviceName', serviceName, NAME, RULE, DOCS);
  checkText(at, 'environmentName', environmentName, NAME, RULE, DOCS);
  if (ownVariable(container, extended.variable) === undefined && variablesOf(container).includes(extended.variable)) {
    refuse({
      headline: `${extended.variable} of container '${container.containerName}' is a secret, to which the option that loads the SDK can't be added`,
      at,
      property: 'containerName',
      fix: `move ${extended.variable} from secrets to environment`,
      docs: DOCS,
    });
  }
  if (ownVariable(container, 'OTEL_TRACES_EXPORTER') === 'none') {
    refuse({
      headline: `OTEL_TRACES_EXPORTER of container '${container.containerName}' is 'none', and Application Signals works on traces`,
      at,
      property: 'containerName',
      fix: 'remove the variable, or name the other containers in containerNames of the OtelCollector',
      docs: DOCS,
    });
  }
  return container;
}

/** Throws for a task without room for the containers, and for an agent that does not receive the signals of the SDK. */
export function checkAgent(at: string, { task, image, agent }: ApplicationSignalsProps, init: SidecarNeeds): void {
  checkSidecar(at, { task, image }, init);
  if (agent === undefined) {
    refuseSecondAgent(at, task);
    checkSidecar(at, { task }, { ...AGENT_NEEDS, memoryReservationMiB: AGENT_NEEDS.memoryReservationMiB + init.memoryReservationMiB });
  }
  const problem = agent === undefined ? undefined
    : !(agent instanceof CloudWatchAgent) ? 'is no CloudWatchAgent'
      : agent.container.taskDefinition !== task.taskDefinition ? 'is an agent of another task, which the container does not reach'
        : !agent.applicationSignals ? 'does not receive Application Signals' : undefined;
  if (problem) refuseAgent(at, `agent ${problem}`);
}

function refuseSecondAgent(at: string, { taskDefinition }: IEcsTask): void {
  const other = sidecarOf(taskDefinition, AGENT_NEEDS.part);
  if (other) refuseAgent(at, `agent is left out, and the task has one, the container '${other.containerName}'`);
}

function refuseAgent(at: string, headline: string): never {
  return refuse({ headline, at, property: 'agent', fix: "pass the one of this task: new CloudWatchAgent(this, 'Agent', { task, applicationSignals: true })", docs: DOCS });
}
