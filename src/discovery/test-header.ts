import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { NamedPort } from './named-port';
import { ServiceConnectProtocol } from './service-connect-endpoint';
import { ServiceTraffic } from '../deployment/service-traffic';
import { dplBluegreenWiring } from '../gotchas/dpl/dpl-bluegreen-wiring';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTestTrafficHeaderMatchRules.html';

/** Header of test traffic, as the template spells it. */
export interface TestTrafficRules {
  readonly Header: { readonly Name: string; readonly Value: { readonly Exact: string } };
}

/** Header of test traffic that the proxies of callers read while a deployment shifts the traffic, if there is one. */
export function testTrafficRulesOf(at: string, service: ecs.BaseService): TestTrafficRules | undefined {
  const { header } = ServiceTraffic.of(service).shift?.testTraffic?._config ?? {};
  if (!header) return undefined;
  const [value, ...more] = header.values;
  if (more.length > 0) refuseHeader(at, `has ${header.values.length} values, Service Connect compares the header with one`, 'name one');
  if (!Token.isUnresolved(value) && /[*?]/.test(value)) refuseHeader(at, `has '${value}', Service Connect compares it as it is and knows no wildcards`, 'name the whole value');
  return { Header: { Name: header.name, Value: { Exact: value } } };
}

/** Proxies read no headers of TCP. */
export function readsHeaders({ appProtocol }: NamedPort): boolean {
  return appProtocol !== ServiceConnectProtocol.TCP;
}

function refuseHeader(at: string, what: string, fix: string): never {
  refuse({
    headline: `service has a deployment whose testTraffic ${what}`,
    gotcha: dplBluegreenWiring,
    at,
    property: 'service',
    why: 'The proxies of Service Connect compare the header of test traffic with one exact value.',
    fix: `${fix}: TestTraffic.withHeader('X-Preview', ['green'])`,
    docs: DOCS,
  });
}
