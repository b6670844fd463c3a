import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const scAccessLogWithoutDriver = defineGotcha({
  id: 'sc-access-log-without-driver',
  title: 'Access logs of Service Connect with nowhere to go',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about its access log.',
  why: 'The proxy writes its access log to its own log driver: ECS refuses accessLogConfiguration without a logConfiguration of Service Connect, which is not the one of the containers.',
  rule: 'Service Connect with an `accessLogConfiguration` needs a `logConfiguration` of its own.',
  fix: 'set logDriver of Service Connect, or remove accessLogConfiguration',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectAccessLogConfiguration.html',
  levels: ['synth'],
  designedOut: 'The proxy logs where the main container does if that is awslogs; `ServiceConnectDiscovery` refuses `accessLog` where it logs nowhere.',
  subject: 'service',
  needs: ['connect'],
  check: ({ connect }) => (connect && known(connect.hasAccessLog) && known(connect.logDriver) === undefined
    ? [{ property: 'accessLogConfiguration', detail: 'accessLogConfiguration (set) has no logConfiguration to write to' }]
    : []),
});
