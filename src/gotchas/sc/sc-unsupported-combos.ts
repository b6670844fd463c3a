import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';

export const scUnsupportedCombos = defineGotcha({
  id: 'sc-unsupported-combos',
  title: 'Service Connect where ECS does not support it',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about Service Connect.',
  why: 'The proxy of Service Connect runs beside Linux containers with a network of their own, in services that ECS deploys: it refuses the others.',
  rule: 'Service Connect needs Linux, network mode `awsvpc` or `bridge`, and neither launch type nor deployment controller `EXTERNAL`. TLS of an endpoint needs `awsvpc`.',
  fix: 'run the service on Linux with network mode awsvpc and the ECS controller, or turn Service Connect off',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'service',
  needs: ['connect'],
  reads: ['controller', 'launchType', 'task'],
  check: ({ connect, controller, launchType, task }) => !connect ? [] : all(
    () => found(known(controller) === 'EXTERNAL', 'controller', 'controller (EXTERNAL) deploys no service with Service Connect'),
    () => found(known(launchType) === 'EXTERNAL', 'launchType', 'launchType (EXTERNAL) has no Service Connect'),
    () => {
      const mode = known(known(task).networkMode);
      return found(mode === 'host' || mode === 'none', 'networkMode', `networkMode (${mode}) leaves the Service Connect proxy no network, use awsvpc or bridge`);
    },
    () => {
      const system = known(known(task).operatingSystemFamily);
      return found(system.startsWith('WINDOWS'), 'operatingSystemFamily', `operatingSystemFamily (${system}) has no Service Connect`);
    },
    () => each(known(connect.endpoints), ({ portName, tls }) =>
      found(known(tls) && known(known(task).networkMode) === 'bridge', 'tls', `tls (on, for port ${known(portName)}) is not for network mode bridge`)),
  ),
});

function found(isWrong: boolean, property: string, detail: string): readonly Result[] {
  return isWrong ? [{ property, detail }] : [];
}
