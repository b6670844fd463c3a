import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { literal } from './collector-config';
import type { DefinedExporter, ExporterPlace, OtelExporter } from './otel-exporter';
import type { CloudWatchPipelineOptions } from './pipeline-options';
import { readProps } from '../../checks/read-props';
import { checkNamespace } from '../cloudwatch/check-namespace';

/** CloudWatch, which receives metrics in the embedded metric format, by way of a log group. */
export class CloudWatchExporter implements OtelExporter {
  public readonly type = 'awsemf';
  public readonly signals = ['metrics'] as const;

  public constructor(private readonly options: CloudWatchPipelineOptions) {}

  public check(at: string, property: string): void {
    const { namespace } = readProps(at, this.options, ['namespace'], property);
    checkNamespace(at, `${property}.namespace`, namespace);
  }

  public define({ collector, id }: ExporterPlace): DefinedExporter {
    const logGroup = this.options.logGroup ?? new logs.LogGroup(collector, idOf(id), {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    return {
      id,
      signals: this.signals,
      settings: {
        namespace: literal(this.options.namespace),
        log_group_name: logGroup.logGroupName,
        // One metric for each set of attributes, and no second one that sums up over some of them.
        dimension_rollup_option: 'NoDimensionRollup',
      },
      permissions: [{ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }],
    };
  }
}

/** `awsemf` is `MetricsLogGroup`, `awsemf/2` is `MetricsLogGroup2`. */
function idOf(exporterId: string): string {
  return `MetricsLogGroup${exporterId.split('/')[1] ?? ''}`;
}
