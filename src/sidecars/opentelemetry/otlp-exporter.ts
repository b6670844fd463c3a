import { Token } from 'aws-cdk-lib/core';
import { literal, type Signal } from './collector-config';
import type { DefinedExporter, ExporterPlace, OtelExporter } from './otel-exporter';
import { OtelSignal, type OtlpPipelineOptions } from './pipeline-options';
import { checkText } from '../../checks/arguments';
import { checkSecret } from '../../checks/check-kind';
import { readProps } from '../../checks/read-props';
import { refuse } from '../../gotchas/enforce';

const DOCS = 'https://opentelemetry.io/docs/specs/otlp/#otlphttp-request';
const URL_OF_HTTP = /^https?:\/\/[^/\s?#@]+(\/[^\s?#@]*)?$/;
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** A destination that accepts OTLP over HTTP. */
export class OtlpExporter implements OtelExporter {
  public readonly type = 'otlp_http';

  public constructor(private readonly url: string, private readonly options: OtlpPipelineOptions) {}

  public get signals(): readonly Signal[] {
    return this.options.signals ?? Object.values(OtelSignal);
  }

  public check(at: string, property: string): void {
    const { signals, headers = {} } = readProps(at, this.options, [], property);
    this.checkUrl(at, property);
    if (signals?.length === 0) {
      refuse({ headline: `${property}.signals is empty`, at, property, fix: 'name a signal, or leave out signals for all', docs: DOCS });
    }
    for (const [name, secret] of Object.entries(headers)) {
      checkText(at, `${property}.headers`, name, HEADER, 'be the name of a header of HTTP');
      checkSecret(at, `${property}.headers.${name}`, secret);
    }
  }

  public define({ id }: ExporterPlace): DefinedExporter {
    const headers = Object.entries(this.options.headers ?? {}).map(([header, secret], index) => ({
      header, secret, variable: `${id.replace('/', '_').toUpperCase()}_HEADER_${index + 1}`,
    }));
    return {
      id,
      signals: this.signals,
      settings: {
        endpoint: literal(this.url),
        ...headers.length > 0 ? { headers: Object.fromEntries(headers.map(({ header, variable }) => [header, `\${env:${variable}}`])) } : {},
      },
      secrets: Object.fromEntries(headers.map(({ variable, secret }) => [variable, secret])),
    };
  }

  private checkUrl(at: string, property: string): void {
    checkText(at, property, this.url, URL_OF_HTTP, 'be a URL of OTLP over HTTP without a user, as in https://otlp.example.com', DOCS);
    if (Token.isUnresolved(this.url) || !/\/v1\/(traces|metrics|logs)\/?$/.test(this.url)) return;
    refuse({
      headline: `${property} is '${this.url}', to which the collector adds the path of the signal once more`,
      at,
      property,
      fix: `pass ${this.url.replace(/\/v1\/\w+\/?$/, '')}`,
      docs: DOCS,
    });
  }
}
