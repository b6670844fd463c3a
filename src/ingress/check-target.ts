import { ApplicationProtocolVersion } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { TargetGroupOptions } from './target-group';
import { checkSeconds, checkText } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import { netHealthCheckMisfit } from '../gotchas/net/net-health-check-misfit';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html';
const STICKY_DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html';

/** Throws for an unsupported protocol of the tasks. It is unknown if an imported listener uses HTTPS. */
export function checkTargetOptions(at: string, wanted: TargetGroupOptions, https: boolean | undefined): void {
  checkVersion(at, wanted, https);
  checkMatcher(at, wanted);
  checkSeconds(at, 'ingress.stickinessCookieDuration', wanted.stickinessCookieDuration, { min: 1, max: 604800, docs: STICKY_DOCS });
  checkText(at, 'ingress.stickinessCookieName', wanted.stickinessCookieName, /^(?!AWSALB)[!#$%&'*+.^_`|~\w-]+$/, 'be the name of a cookie that does not begin with AWSALB', STICKY_DOCS);
  if (wanted.stickinessCookieName === undefined || wanted.stickinessCookieDuration) return;
  refuse({
    headline: 'ingress has a stickinessCookieName and no stickinessCookieDuration, nothing would be sticky',
    at,
    property: 'ingress.stickinessCookieName',
    fix: 'set stickinessCookieDuration to the longest that a client stays with a task',
    docs: STICKY_DOCS,
  });
}

function checkVersion(at: string, { protocolVersion }: TargetGroupOptions, https: boolean | undefined): void {
  if (https !== false || protocolVersion === undefined || protocolVersion === ApplicationProtocolVersion.HTTP1) return;
  refuse({
    headline: `ingress.protocolVersion is ${protocolVersion}, and clients use plain HTTP`,
    at,
    property: 'ingress.protocolVersion',
    why: 'Elastic Load Balancing accepts target groups for HTTP/2 and gRPC on HTTPS listeners only.',
    fix: 'use an ingress that speaks HTTPS, or leave protocolVersion out',
    docs: DOCS,
  });
}

function checkMatcher(at: string, { protocolVersion, targetHealthCheck: given = {} }: TargetGroupOptions): void {
  const grpc = protocolVersion === ApplicationProtocolVersion.GRPC;
  const property = grpc ? 'healthyHttpCodes' : 'healthyGrpcCodes';
  if (given[property] === undefined) return;
  refuse({
    headline: `targetHealthCheck.${property} is set, and the tasks are asked in ${grpc ? 'gRPC' : 'HTTP'}`,
    gotcha: netHealthCheckMisfit,
    at,
    property: `targetHealthCheck.${property}`,
    fix: grpc ? 'use healthyGrpcCodes' : 'use healthyHttpCodes, or protocolVersion: ApplicationProtocolVersion.GRPC',
    docs: DOCS,
  });
}
