import { unifiedTags } from './agent-variables';
import type { DatadogAgentProps } from './datadog-agent-props';
import type { FireLensLogsProps } from '../firelens/fire-lens-logs-props';
import { LogDestination } from '../firelens/log-destination';

/** The log router for the logs of the containers that send to the agent, with the same tags. */
export function datadogLogs(props: DatadogAgentProps): FireLensLogsProps {
  const { task, apiKey, site, logSource, containerNames, logGroup, tags } = props;
  const { service, ...others } = unifiedTags(props) as { readonly service: string };
  return {
    task,
    containerNames,
    logGroup,
    destination: LogDestination.datadog({ apiKey, site, service, source: logSource, tags: { ...others, ...tags } }),
  };
}
