import type * as logs from 'aws-cdk-lib/aws-logs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { SIGNALS_LOG_GROUP, type AgentConfig } from './agent-config';
import type { TaskPermission } from '../../tasks/grant-before-start';

/** The namespace of an agent whose configuration has none. */
const DEFAULT_NAMESPACE = 'CWAgent';

/** The calls of the agent for traces: X-Ray has no resource that they could be limited to. */
const XRAY = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'];

/** Telemetry that an agent receives, beside metrics of StatsD. */
interface Receives {
  readonly emfLogGroup?: logs.ILogGroup;
  readonly applicationSignals: boolean;
}

/** The permissions for what a configuration sends: a part of those in the managed policy `CloudWatchAgentServerPolicy`. */
export function agentPermissions(
  agent: Construct, config: AgentConfig, { emfLogGroup, applicationSignals }: Receives,
): readonly TaskPermission[] {
  const { metrics, traces } = config as { readonly metrics?: { readonly namespace?: string }; readonly traces?: unknown };
  return [
    ...metrics === undefined ? [] : [{
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': metrics.namespace ?? DEFAULT_NAMESPACE } },
    }],
    ...emfLogGroup === undefined ? [] : [{ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [emfLogGroup.logGroupArn] }],
    ...applicationSignals ? [{ actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [signalsLogGroup(agent)] }] : [],
    ...traces === undefined ? [] : [{ actions: XRAY, resources: ['*'] }],
  ];
}

function signalsLogGroup(agent: Construct): string {
  return Stack.of(agent).formatArn({ service: 'logs', resource: 'log-group', resourceName: `${SIGNALS_LOG_GROUP}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
}
