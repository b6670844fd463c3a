import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { DefinedExporter, ExporterPlace, OtelExporter } from './otel-exporter';
import { checkText } from '../../checks/arguments';
import { refuse } from '../../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-onboard-ingest-metrics-OpenTelemetry.html';
const WORKSPACE = /^arn:[^:]+:aps:[a-z0-9-]+:\d{12}:workspace\/[^/]+$/;

/** A workspace of Amazon Managed Service for Prometheus, which receives metrics. */
export class PrometheusExporter implements OtelExporter {
  public readonly type = 'prometheus_remote_write';
  public readonly signals = ['metrics'] as const;

  public constructor(private readonly workspaceArn: string) {}

  public check(at: string, property: string): void {
    if (!this.workspaceArn) refuse({ headline: `${property} has no ARN of a workspace`, at, property, fix: 'pass the ARN: workspace.attrArn', docs: DOCS });
    checkText(at, property, this.workspaceArn, WORKSPACE, 'be the ARN of a workspace: arn:aws:aps:eu-west-1:111122223333:workspace/ws-…', DOCS);
  }

  public define({ collector, id }: ExporterPlace): DefinedExporter {
    const { region, resourceName } = Stack.of(collector).splitArn(this.workspaceArn, ArnFormat.SLASH_RESOURCE_NAME);
    const authenticator = `sigv4auth${id.slice(this.type.length)}`;
    return {
      id,
      signals: this.signals,
      settings: {
        endpoint: `https://aps-workspaces.${region}.amazonaws.com/workspaces/${resourceName}/api/v1/remote_write`,
        auth: { authenticator },
      },
      extensions: { [authenticator]: { region, service: 'aps' } },
      permissions: [{ actions: ['aps:RemoteWrite'], resources: [this.workspaceArn] }],
    };
  }
}
