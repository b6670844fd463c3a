import type { DefinedExporter, ExporterPlace, OtelExporter } from './otel-exporter';
import type { XrayPipelineOptions } from './pipeline-options';

const SAMPLING = ['xray:GetSamplingRules', 'xray:GetSamplingTargets'];
/** SDKs ask for the sampling rules here, without credentials. */
const SAMPLING_PORT = 2000;

/** X-Ray, which receives traces. */
export class XrayExporter implements OtelExporter {
  public readonly type = 'awsxray';
  public readonly signals = ['traces'] as const;

  public constructor(private readonly options: XrayPipelineOptions) {}

  public check(): void {
    // Every option is right.
  }

  public define({ id, host }: ExporterPlace): DefinedExporter {
    const { remoteSampling = false } = this.options;
    return {
      id,
      signals: this.signals,
      settings: {},
      extensions: remoteSampling ? { awsproxy: { endpoint: `${host}:${SAMPLING_PORT}` } } : undefined,
      // X-Ray has no resource that these could be limited to.
      permissions: [{ actions: ['xray:PutTraceSegments', ...remoteSampling ? SAMPLING : []], resources: ['*'] }],
    };
  }
}
