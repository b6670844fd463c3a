import { known } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { defineGotcha, each, type Result } from '../definition';

export const dplTestHeaderUnread = defineGotcha({
  id: 'dpl-test-header-unread',
  title: 'A header for test traffic that nothing reads',
  consequence: 'misbehaves',
  symptom: 'Requests with the header of `testTrafficRules` reach the old tasks, and tests pass that have never seen the new version.',
  why: 'The proxies of Service Connect read headers of HTTP, HTTP2 and gRPC, and send those with the one for test traffic to the new tasks while a deployment shifts the traffic. '
    + 'TCP has no headers for them, and a rolling deployment has no test traffic.',
  rule: 'An endpoint with `testTrafficRules` has a port whose `appProtocol` is `http`, `http2` or `grpc`, and the service the strategy `BLUE_GREEN`, `LINEAR` or `CANARY`.',
  fix: 'set the appProtocol of the port, use a strategy that shifts traffic, or leave testTrafficRules out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-blue-green.html',
  levels: ['synth'],
  designedOut: '`ServiceConnectDiscovery` sets the header of the deployment\'s `testTraffic` where there is one, on endpoints that speak HTTP.',
  subject: 'service',
  needs: ['connect'],
  reads: ['strategy', 'task'],
  check: ({ connect, strategy, task }) => !connect ? [] : each(known(connect.endpoints), ({ portName, aliases }) => {
    if (!known(aliases).some(({ hasTestHeader }) => known(hasTestHeader))) return [];
    const name = known(portName);
    if (known(strategy) === 'ROLLING') return [unread(name, 'a rolling deployment, which has no test traffic')];
    return speaksTcp(name, task) ? [unread(name, 'a port that speaks TCP, where proxies read no headers')] : [];
  }),
});

function unread(name: string, why: string): Result {
  return { property: 'serviceConnectConfiguration', detail: `testTrafficRules (of port ${name}) are set for ${why}` };
}

/** Without an appProtocol it is TCP. */
function speaksTcp(name: string, task: ServiceFacts['task']): boolean {
  const port = known(known(task).containers).flatMap(({ ports }) => known(ports)).find((one) => known(one.name) === name);
  return port !== undefined && (known(port.appProtocol) ?? 'tcp') === 'tcp';
}
