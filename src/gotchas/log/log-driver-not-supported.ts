import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

const ON_FARGATE = ['awslogs', 'splunk', 'awsfirelens'];
// RegisterTaskDefinition doesn't list `none`, which the agent offers by default.
const ON_INSTANCES = [...ON_FARGATE, 'json-file', 'syslog', 'journald', 'gelf', 'fluentd', 'none'];

export const logDriverNotSupported = defineGotcha({
  id: 'log-driver-not-supported',
  title: 'The log driver is not there where the task runs',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` that names the log driver.',
  why: 'ECS refuses to register a task definition for Fargate with a log driver other than awslogs, splunk and awsfirelens, and any with a driver it does not know.',
  rule: 'On Fargate the log driver is `awslogs`, `splunk` or `awsfirelens`; on instances it may also be `json-file`, `syslog`, `journald`, `gelf`, `fluentd` or `none`.',
  fix: 'use awslogs, splunk or awsfirelens',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate', 'requiresCompatibilities'],
  check: ({ containers, onFargate, requiresCompatibilities }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging) return [];
    const driver = known(logging.driver);
    const property = ofContainer(container, 'logging');
    if (ON_FARGATE.includes(driver)) return [];
    if (!ON_INSTANCES.includes(driver)) {
      return [{ property, detail: `logging (${driver}) is not a log driver of ECS, which are ${ON_INSTANCES.join(', ')}`, fix: 'use one of the log drivers of ECS' }];
    }
    if (!known(onFargate)) return [];
    return known(requiresCompatibilities).includes('FARGATE')
      ? [{ property, detail: `logging (${driver}) is not on Fargate, which has ${ON_FARGATE.join(', ')}` }]
      : [{ property, detail: `logging (${driver}) is not on Fargate, where a service runs the task`, consequence: 'risk' }];
  }),
});
