/** A part of the configuration of the CloudWatch agent. */
export interface AgentConfig {
  readonly [section: string]: unknown;
}

/** Telemetry that an agent receives. */
export interface AgentInputs {
  /** The namespace of the metrics of StatsD; undefined: it receives none. */
  readonly statsdNamespace?: string;
  /** The seconds over which the metrics of StatsD are summed up. */
  readonly statsdSeconds?: number;
  readonly emf: boolean;
  readonly applicationSignals: boolean;
}

/** Ports of the agent. Those of Application Signals can't be configured. */
export const AGENT_PORTS = { statsd: 8125, emf: 25888, signals: 4316, sampling: 2000 } as const;

/** The log group of Application Signals, one for the account, which the agent creates. */
export const SIGNALS_LOG_GROUP = '/aws/application-signals/data';

/**
 * The configuration of an agent that listens for the containers of its task, and collects nothing on its own.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function agentConfig({ statsdNamespace, statsdSeconds, emf, applicationSignals }: AgentInputs): AgentConfig {
  const signals = applicationSignals ? { application_signals: {} } : {};
  return {
    // The name of a host is that of a task here: each one would be a metric of its own.
    agent: { omit_hostname: true },
    ...statsdNamespace === undefined ? {} : {
      metrics: {
        namespace: statsdNamespace,
        metrics_collected: { statsd: { service_address: `:${AGENT_PORTS.statsd}`, metrics_aggregation_interval: statsdSeconds ?? 60 } },
      },
    },
    ...emf || applicationSignals ? { logs: { metrics_collected: { ...emf ? { emf: {} } : {}, ...signals } } } : {},
    ...applicationSignals ? { traces: { traces_collected: signals } } : {},
  };
}
