import { Token } from 'aws-cdk-lib/core';
import { agentVariables } from './agent-variables';
import type { DatadogAgentProps } from './datadog-agent-props';
import { datadogLogs } from './datadog-logs';
import { checkWorkloadSecurity } from './workload-security';
import { checkText } from '../../checks/arguments';
import { checkSecret } from '../../checks/check-kind';
import { refuse } from '../../gotchas/enforce';
import { checkSidecar, type SidecarNeeds } from '../check-sidecar';
import { checkRouter, ROUTER_NEEDS } from '../firelens/fire-lens-logs-checks';
import { DATADOG_SITE } from '../firelens/http-log-targets';
import { checkServed } from '../task-containers';

const SITE_DOCS = 'https://docs.datadoghq.com/getting_started/site/';
const TAG_DOCS = 'https://docs.datadoghq.com/getting_started/tagging/';
const VARIABLE_DOCS = 'https://docs.datadoghq.com/agent/guide/environment-variables/';
const TAG = /^[^\s,]{1,200}$/;
const TAG_RULE = 'have 1 to 200 characters, without spaces and commas';

/** Throws for an agent that the task can't have, and for tags that Datadog can't read. */
export function checkDatadogAgent(at: string, props: DatadogAgentProps, needs: SidecarNeeds): void {
  const { task, site, tags = {}, containerNames, logs } = props;
  checkSecret(at, 'apiKey', props.apiKey);
  checkText(at, 'site', site, DATADOG_SITE, 'be the name of a site, without a protocol and app: datadoghq.eu', SITE_DOCS);
  for (const tag of ['service', 'env', 'version'] as const) checkText(at, tag, props[tag], TAG, TAG_RULE, TAG_DOCS);
  for (const [name, value] of Object.entries(tags)) checkText(at, `tags[${name}]`, value, TAG, TAG_RULE, TAG_DOCS);
  checkEnvironment(at, props);
  checkSidecar(at, props, needs);
  if (logs) {
    checkRouter(at, datadogLogs(props));
    checkSidecar(at, { task }, ROUTER_NEEDS);
    checkSidecar(at, props, { ...needs, memoryReservationMiB: withRouter(needs.memoryReservationMiB) });
  }
  checkServed(at, task.taskDefinition, containerNames);
  if (props.cloudWorkloadSecurity) checkWorkloadSecurity(at, props);
}

/** The memory of the agent and its router. */
function withRouter(own: number): number {
  return Token.isUnresolved(own) ? own : own + ROUTER_NEEDS.memoryReservationMiB;
}

function checkEnvironment(at: string, props: DatadogAgentProps): void {
  const own = ['DD_API_KEY', ...Object.keys(agentVariables(props))];
  const taken = Object.keys(props.environment ?? {}).find((name) => own.includes(name));
  if (taken === undefined) return;
  refuse({
    headline: `environment has '${taken}', which the part sets itself`,
    at,
    property: 'environment',
    fix: `leave ${taken} out of environment, and use the property for it`,
    docs: VARIABLE_DOCS,
  });
}
