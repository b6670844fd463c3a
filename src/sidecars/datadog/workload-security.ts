import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DatadogAgentProps } from './datadog-agent-props';
import { refuse } from '../../gotchas/enforce';
import { ScratchVolume } from '../../storage/scratch-volume';
import { containersOf } from '../../tasks/containers-of';
import { isOnFargate, resourceOf } from '../../tasks/task-platform';
import { addSidecar } from '../add-sidecar';
import { checkSidecar, type SidecarNeeds } from '../check-sidecar';
import { SIDECAR_IMAGES } from '../images';
import { presentOf, waitFor } from '../task-containers';

const DOCS = 'https://docs.datadoghq.com/security/workload_protection/setup/fargate/';
const DIRECTORY = '/cws-instrumentation-volume';
const TRACE = [`${DIRECTORY}/cws-instrumentation`, 'trace', '--'];
const TRACER: SidecarNeeds = { part: 'DatadogTracer', containerName: 'datadog-tracer', memoryReservationMiB: 6, docs: DOCS };

/** Throws for a task whose processes the agent can't trace. */
export function checkWorkloadSecurity(at: string, props: DatadogAgentProps): void {
  const { task, containerNames } = props;
  const { taskDefinition } = task;
  const no = (headline: string, fix: string): never => refuse({ headline, at, property: 'cloudWorkloadSecurity', fix, docs: DOCS });
  if (!isOnFargate(task)) no('cloudWorkloadSecurity is on, and the task does not run on Fargate', 'leave it out, and turn it on in the agent of the instances');
  const pidMode: unknown = Stack.of(taskDefinition).resolve(resourceOf(taskDefinition).pidMode);
  if (pidMode !== undefined && pidMode !== 'task') no(`cloudWorkloadSecurity is on, and pidMode of the task is '${String(pidMode)}'`, 'set pidMode to task, or leave it out');
  const unnamed = presentOf(taskDefinition, containerNames).find((container) => entryPointOf(container) === undefined);
  if (unnamed) {
    no(
      `cloudWorkloadSecurity is on, and container '${unnamed.containerName}' has no entryPoint: the one of the image is not known here`,
      'set entryPoint of the container to that of its image, or list the other containers in containerNames',
    );
  }
  checkSidecar(at, { task }, TRACER);
}

/** Starts containers by a program that traces their processes for the agent. */
export function traceProcesses(part: Construct, { task, containerNames }: DatadogAgentProps, agent: ecs.ContainerDefinition): void {
  const { taskDefinition } = task;
  resourceOf(taskDefinition).pidMode = 'task';
  const traced = presentOf(taskDefinition, containerNames);
  const tracer = addSidecar(part, { task }, {
    ...TRACER,
    defaultImage: SIDECAR_IMAGES.datadogTracer,
    essential: false,
    container: {
      command: ['/cws-instrumentation', 'setup', '--cws-volume-mount', DIRECTORY],
      // The volume belongs to root.
      user: '0',
      // It is done once it has copied.
      enableRestartPolicy: false,
      restartAttemptPeriod: undefined,
    },
  });
  const volume = new ScratchVolume(part, 'Tracer', { task, containerName: tracer.containerName, containerPath: DIRECTORY });
  for (const container of traced) {
    volume.alsoMount({ containerName: container.containerName, containerPath: DIRECTORY, readOnly: true });
    waitFor(container, tracer, ecs.ContainerDependencyCondition.SUCCESS);
    waitFor(container, agent, ecs.ContainerDependencyCondition.HEALTHY);
    start(taskDefinition, container);
  }
}

function start(taskDefinition: ecs.TaskDefinition, container: ecs.ContainerDefinition): void {
  const resource = resourceOf(taskDefinition);
  const at = `ContainerDefinitions.${containersOf(taskDefinition).indexOf(container)}`;
  resource.addPropertyOverride(`${at}.EntryPoint`, [...TRACE, ...entryPointOf(container)!]);
  if (container.linuxParameters) container.linuxParameters.addCapabilities(ecs.Capability.SYS_PTRACE);
  else resource.addPropertyOverride(`${at}.LinuxParameters.Capabilities.Add`, ['SYS_PTRACE']);
}

function entryPointOf(container: ecs.ContainerDefinition): readonly string[] | undefined {
  const { entryPoint } = container.renderContainerDefinition();
  return Token.isUnresolved(entryPoint) ? undefined : entryPoint;
}
