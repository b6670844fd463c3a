import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';

export const netHealthCheckMisfit = defineGotcha({
  id: 'net-health-check-misfit',
  title: 'A health check that Elastic Load Balancing does not take',
  consequence: 'rejected',
  symptom: '`Health check interval must be greater than the timeout` and its like, when the target group is created.',
  why: 'Elastic Load Balancing limits the numbers, the path and the protocol of a health check, and refuses other target groups.',
  rule: '`interval` is 5 to 300 s, `timeout` 2 to 120 s and less than the interval (over TCP no more than it), both thresholds 2 to 10, `path` is for checks over HTTP, begins with a '
    + 'slash and has 1024 characters at most, and `protocol` is `HTTP`, `HTTPS` or, where the targets don\'t speak HTTP, `TCP`. Codes of gRPC are for protocol '
    + 'version `GRPC`, from 0 to 99; codes of HTTP are for the others, from 200 to 499, or 599 behind a Network Load Balancer.',
  fix: 'keep to its ranges: interval 5 to 300 s and longer than the timeout, timeout 2 to 120 s, thresholds 2 to 10, a path that begins with a slash, codes of 200 to 499',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  levels: ['synth', 'live'],
  causalRank: 'symptom',
  subject: 'targetGroup',
  needs: ['targetType', 'protocol'],
  reads: [
    'healthCheckIntervalSeconds', 'healthCheckTimeoutSeconds', 'healthyThreshold', 'unhealthyThreshold', 'healthCheckPath', 'healthCheckProtocol',
    'protocolVersion', 'healthCheckMatcher', 'healthCheckGrpcMatcher',
  ],
  check: (group) => group.targetType === 'lambda' || group.protocol === 'GENEVE' ? [] : all(
    () => each([
      { property: 'interval', value: group.healthCheckIntervalSeconds, least: 5, most: 300, unit: ' s' },
      { property: 'timeout', value: group.healthCheckTimeoutSeconds, least: 2, most: 120, unit: ' s' },
      { property: 'healthyThresholdCount', value: group.healthyThreshold, least: 2, most: 10, unit: '' },
      { property: 'unhealthyThresholdCount', value: group.unhealthyThreshold, least: 2, most: 10, unit: '' },
    ], ({ property, value, least, most, unit }) => {
      const number = known(value);
      return found(number !== undefined && (number < least || number > most), property, `(${number}${unit}) goes from ${least} to ${most}`);
    }),
    () => {
      const isHttp = group.protocol === 'HTTP' || group.protocol === 'HTTPS';
      const interval = known(group.healthCheckIntervalSeconds) ?? 30;
      const timeout = known(group.healthCheckTimeoutSeconds) ?? (isHttp ? 5 : undefined);
      if (timeout === undefined) return [];
      const isTooLong = isHttp ? timeout >= interval : timeout > interval;
      return found(isTooLong, 'timeout', `(${timeout} s) is not less than the interval of ${interval} s`);
    },
    () => {
      const path = known(group.healthCheckPath);
      return found(path !== undefined && group.protocol !== 'TCP' && !/^\/.{0,1023}$/.test(path), 'path', `(${path}) does not begin with a slash, or has more than 1024 characters`);
    },
    () => {
      const isHttp = group.protocol === 'HTTP' || group.protocol === 'HTTPS';
      const path = known(group.healthCheckPath);
      // Checks of a load balancer as the target are over HTTP by default.
      const isTcp = path !== undefined && !isHttp && (known(group.healthCheckProtocol) ?? (group.targetType === 'alb' ? 'HTTP' : 'TCP')) === 'TCP';
      return found(isTcp, 'path', `(${path}) is not for a check over TCP`);
    },
    () => {
      const own = known(group.healthCheckProtocol);
      const refused = group.protocol === 'HTTP' || group.protocol === 'HTTPS' ? [...NOT_FOR_CHECKS, 'TCP'] : NOT_FOR_CHECKS;
      return found(own !== undefined && refused.includes(own), 'protocol', `(${own}) can't check targets that speak ${group.protocol ?? 'no protocol'}`);
    },
    () => {
      const grpc = known(group.protocolVersion) === 'GRPC';
      const codes = known(grpc ? group.healthCheckMatcher : group.healthCheckGrpcMatcher);
      const [is, isNot] = grpc ? ['gRPC', 'Http'] : ['HTTP', 'Grpc'];
      return found(codes !== undefined, `healthy${isNot}Codes`, `(${codes}) are compared with nothing, targets are asked in ${is}`);
    },
    () => {
      if (known(group.protocolVersion) === 'GRPC') return range('healthyGrpcCodes', known(group.healthCheckGrpcMatcher), [0, 99]);
      // A Network Load Balancer takes errors of the server too.
      return range('healthyHttpCodes', known(group.healthCheckMatcher), [200, group.protocol === 'HTTP' || group.protocol === 'HTTPS' ? 499 : 599]);
    },
  ),
});

/** Codes are written one by one or as ranges, as in `200,301-399`. */
function range(property: string, codes: string | undefined, [least, most]: readonly [number, number]): readonly Result[] {
  const numbers = codes === undefined ? [] : codes.split(/[,-]/).map(Number);
  const isWrong = numbers.some((number) => !Number.isInteger(number) || number < least || number > most);
  return found(isWrong, property, `(${codes}) is not made of codes from ${least} to ${most}`);
}

const NOT_FOR_CHECKS = ['GENEVE', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'];

function found(isWrong: boolean, property: string, what: string): readonly Result[] {
  return isWrong ? [{ property: `healthCheck.${property}`, detail: `healthCheck.${property} ${what}` }] : [];
}
