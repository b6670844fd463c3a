import { ListenerCondition } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { RequestConditions } from './request-conditions';

/** Selects the conditions from the options of a rule. */
export function conditionsOf({ hostNames, pathPatterns, headers, methods, sourceIps, queryStrings }: RequestConditions): RequestConditions {
  return { hostNames, pathPatterns, headers, methods, sourceIps, queryStrings };
}

/** The conditions as a rule of a listener has them. */
export function listenerConditions(conditions: RequestConditions): ListenerCondition[] {
  const { hostNames, pathPatterns, headers = {}, methods, sourceIps, queryStrings } = conditions;
  return [
    ...(hostNames?.length ? [ListenerCondition.hostHeaders(hostNames)] : []),
    ...(pathPatterns?.length ? [ListenerCondition.pathPatterns(pathPatterns)] : []),
    ...Object.entries(headers).filter(([, values]) => values.length > 0).map(([name, values]) => ListenerCondition.httpHeader(name, values)),
    ...(methods?.length ? [ListenerCondition.httpRequestMethods(methods)] : []),
    ...(sourceIps?.length ? [ListenerCondition.sourceIps(sourceIps)] : []),
    ...(queryStrings?.length ? [ListenerCondition.queryStrings(queryStrings)] : []),
  ];
}
