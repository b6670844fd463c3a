import { known, Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

/** Address of an agent that receives traces or metrics. */
export interface AgentAddress {
  readonly host: string;
  readonly port: number;
}

/** Variables that SDKs read the address of an agent from, and the port where the address has none. */
const PORTS: Readonly<Record<string, number>> = {
  AWS_XRAY_DAEMON_ADDRESS: 2000,
  AWS_EMF_AGENT_ENDPOINT: 25888,
  OTEL_EXPORTER_OTLP_ENDPOINT: 4318,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 4318,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 4318,
  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 4318,
  OTEL_AWS_APPLICATION_SIGNALS_EXPORTER_ENDPOINT: 4316,
  DD_AGENT_HOST: 8126,
  DD_TRACE_AGENT_HOSTNAME: 8126,
  DD_TRACE_AGENT_URL: 8126,
  DD_DOGSTATSD_URL: 8125,
  JAEGER_AGENT_HOST: 6831,
  STATSD_HOST: 8125,
};

/** Addresses of agents in a variable of a container: those of one that SDKs read, else none. X-Ray takes 2 in one variable. */
export function agentAddresses(variable: string, value: Fact<string | undefined>): readonly AgentAddress[] {
  if (!Object.hasOwn(PORTS, variable)) return [];
  const text = known(value) ?? '';
  if (text.includes(HOLE)) known(new Unknown(`the address in ${variable} is known only at deployment`));
  return text.split(/[\s,]+/).flatMap((part) => {
    const [, host, port] = ADDRESS.exec(part.toLowerCase()) ?? [];
    return host === undefined ? [] : [{ host, port: Number(port ?? PORTS[variable]) }];
  });
}

// [scheme:[//]]host[:port][/path]; a socket of Unix has no host.
const ADDRESS = /^(?:(?:https?|grpc|tcp|udp):(?:\/\/)?)?(\[::1\]|[\w.-]+)(?::(\d+))?(?:\/.*)?$/;
