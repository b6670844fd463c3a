import { Tokenization } from 'aws-cdk-lib/core';
import type { DatadogLogsOptions, HttpLogsOptions } from './log-destination-options';
import type { LogRoute, LogTarget } from './log-route';
import { checkText, checkWholeNumber } from '../../checks/arguments';
import { checkSecret } from '../../checks/check-kind';

const HTTP_DOCS = 'https://docs.fluentbit.io/manual/data-pipeline/outputs/http';
const DATADOG_DOCS = 'https://docs.datadoghq.com/getting_started/site/';
/** A name of DNS, without a protocol and a path. */
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;
/** A site of Datadog: the domain behind `app.` in the address of its web page. */
export const DATADOG_SITE = /^(?!app\.)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/** The intake of Datadog. */
export class DatadogTarget implements LogTarget {
  public readonly optionNames = ['Name', 'Host', 'TLS', 'compress', 'provider', 'dd_message_key', 'dd_service', 'dd_source', 'dd_tags', 'apikey'];
  public readonly pluginOptions: LogTarget['pluginOptions'];

  public constructor(private readonly options: DatadogLogsOptions) {
    this.pluginOptions = options.pluginOptions;
  }

  public check(at: string): void {
    const { apiKey, site, tags = {} } = this.options;
    checkSecret(at, 'destination.apiKey', apiKey);
    checkText(at, 'destination.site', site, DATADOG_SITE, 'be the name of a site, without a protocol and app: datadoghq.eu', DATADOG_DOCS);
    for (const [name, value] of Object.entries(tags)) checkText(at, `destination.tags[${name}]`, value, /^[^,\n]+$/, 'not be empty, and have no comma', DATADOG_DOCS);
  }

  public route(): LogRoute {
    const { apiKey, site = 'datadoghq.com', service, source, tags = {} } = this.options;
    const written = Object.entries(tags).map(([name, value]) => `${name}:${value}`).join(',');
    return {
      options: {
        Name: 'datadog',
        Host: `http-intake.logs.${site}`,
        TLS: 'on',
        compress: 'gzip',
        provider: 'ecs',
        dd_message_key: 'log',
        ...service === undefined ? {} : { dd_service: service },
        ...source === undefined ? {} : { dd_source: source },
        ...written === '' ? {} : { dd_tags: written },
      },
      secretOptions: { apikey: apiKey },
      permissions: [],
    };
  }
}

/** A host that receives logs by HTTPS. */
export class HttpTarget implements LogTarget {
  public readonly optionNames = ['Name', 'Host', 'Port', 'URI', 'tls', 'Format', 'Header'];
  public readonly pluginOptions: LogTarget['pluginOptions'];

  public constructor(private readonly options: HttpLogsOptions) {
    this.pluginOptions = options.pluginOptions;
  }

  public check(at: string): void {
    const { host, port, path, format, secretHeader } = this.options;
    checkSecret(at, 'destination.secretHeader', secretHeader);
    checkText(at, 'destination.host', host, HOST, 'be the name of a host, without a protocol and a path: logs.example.com', HTTP_DOCS);
    checkWholeNumber(at, 'destination.port', port, { min: 1, max: 65535, docs: HTTP_DOCS });
    checkText(at, 'destination.path', path, /^\/\S*$/, 'begin with a slash and have no spaces', HTTP_DOCS);
    checkText(at, 'destination.format', format, /^(json|json_lines|json_stream|gelf|msgpack)$/, 'be json, json_lines, json_stream, gelf or msgpack', HTTP_DOCS);
  }

  public route(): LogRoute {
    const { host, port = 443, path = '/', format = 'json', secretHeader } = this.options;
    return {
      options: { Name: 'http', Host: host, Port: Tokenization.stringifyNumber(port), URI: path, tls: 'On', Format: format },
      ...secretHeader ? { secretOptions: { Header: secretHeader } } : {},
      permissions: [],
    };
  }
}
