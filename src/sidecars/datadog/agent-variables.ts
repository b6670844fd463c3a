import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { DatadogAgentProps } from './datadog-agent-props';
import { isOnFargate } from '../../tasks/task-platform';

type Variables = Readonly<Record<string, string>>;

/** The tags that connect traces, metrics and logs of a service. */
export function unifiedTags({ task, service = task.node.id, env, version }: DatadogAgentProps): Variables {
  return { service, ...env === undefined ? {} : { env }, ...version === undefined ? {} : { version } };
}

/** The environment of the agent, without the key. */
export function agentVariables({ task, site = 'datadoghq.com', env, tags = {}, apm = true, dogstatsd = true, cloudWorkloadSecurity }: DatadogAgentProps): Variables {
  const written = Object.entries(tags).map(([name, value]) => `${name}:${value}`).join(' ');
  // In bridge mode each container has a network of its own.
  const fromOthers = `${task.taskDefinition.networkMode === ecs.NetworkMode.BRIDGE}`;
  return {
    DD_SITE: site,
    ...isOnFargate(task) ? { ECS_FARGATE: 'true' } : {},
    DD_APM_ENABLED: `${apm}`,
    DD_APM_NON_LOCAL_TRAFFIC: fromOthers,
    DD_USE_DOGSTATSD: `${dogstatsd}`,
    DD_DOGSTATSD_NON_LOCAL_TRAFFIC: fromOthers,
    ...env === undefined ? {} : { DD_ENV: env },
    ...written === '' ? {} : { DD_TAGS: written },
    ...cloudWorkloadSecurity ? { DD_RUNTIME_SECURITY_CONFIG_ENABLED: 'true', DD_RUNTIME_SECURITY_CONFIG_EBPFLESS_ENABLED: 'true' } : {},
  };
}

/** Variables of a container that sends to the agent. */
export function senderVariables(props: DatadogAgentProps, host: string): Variables {
  const { apm = true, dogstatsd = true } = props;
  return {
    ...apm || dogstatsd ? { DD_AGENT_HOST: host } : {},
    ...Object.fromEntries(Object.entries(unifiedTags(props)).map(([tag, value]) => [`DD_${tag.toUpperCase()}`, value])),
  };
}
