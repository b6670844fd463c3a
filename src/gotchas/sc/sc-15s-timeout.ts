import { known } from '../../facts/fact';
import { defineGotcha, each, type Result } from '../definition';

export const sc15sTimeout = defineGotcha({
  id: 'sc-15s-timeout',
  title: 'The default timeout of Service Connect, or a timeout that another one undercuts',
  consequence: 'rejected',
  symptom: '`504` from the proxy for each call that takes longer than 15 seconds; or ECS refuses the service.',
  why: 'The proxy ends a request over HTTP, HTTP2 or gRPC after 15 seconds with a 504 unless perRequestTimeout is set, and a connection after idleTimeout; '
    + 'TCP has no requests, and ECS refuses a timeout for them.',
  rule: '`perRequestTimeout` is refused where the port has no `appProtocol` or `tcp`. Where it is `http`, `http2` or `grpc` it should be set, which is worth '
    + 'knowing only, and `idleTimeout` should be 0 or no less than it, else it is a warning.',
  fix: 'set perRequestTimeout to what the slowest call takes, and idleTimeout to no less',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'service',
  needs: ['connect', 'task'],
  check: ({ connect, task }) => !connect ? [] : each(known(connect.endpoints), ({ portName, perRequestTimeoutSeconds, idleTimeoutSeconds }) => {
    const request = known(perRequestTimeoutSeconds);
    const idle = known(idleTimeoutSeconds);
    const name = known(portName);
    const port = known(task.containers).flatMap(({ ports }) => known(ports)).find((one) => known(one.name) === name);
    return port ? check(name, known(port.appProtocol), request, idle) : [];
  }),
});

function check(name: string, protocol: string | undefined, request: number | undefined, idle: number | undefined): readonly Result[] {
  const property = 'perRequestTimeout';
  if (protocol === undefined || protocol === 'tcp') {
    // Without an appProtocol it is TCP.
    return request === undefined ? [] : [{
      property, detail: `perRequestTimeout (${request} seconds) is not for port ${name}, which speaks TCP`, fix: 'set appProtocol to http, http2 or grpc, or leave perRequestTimeout out',
    }];
  }
  if (request === undefined) {
    return [{ property, consequence: 'worth-knowing', detail: `perRequestTimeout (none) ends each ${protocol} request to port ${name} after 15 seconds` }];
  }
  const isCut = idle !== undefined && idle > 0 && (request === 0 || idle < request);
  return isCut ? [{
    property: 'idleTimeout', consequence: 'misbehaves', detail: `idleTimeout (${idle} seconds) ends the requests to port ${name} before perRequestTimeout (${request || 'off'}) does`,
  }] : [];
}
