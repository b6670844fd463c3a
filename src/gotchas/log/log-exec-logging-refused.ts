import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const logExecLoggingRefused = defineGotcha({
  id: 'log-exec-logging-refused',
  title: 'Logging of ECS Exec that no cluster takes',
  consequence: 'rejected',
  symptom: '`InvalidParameterException: You must set logging to \'OVERRIDE\' when you supply a log configuration`, when the cluster is created or updated.',
  why: 'A log configuration is for the logging OVERRIDE alone: NONE records no session, DEFAULT records it where the container logs. ECS refuses one of the two without the other.',
  rule: '`logConfiguration` of the `executeCommandConfiguration` of a cluster is there with the logging `OVERRIDE`, where it names a log group or a bucket, and not with `NONE` or `DEFAULT`, which is what a cluster has without `logging`.',
  fix: 'set logging to OVERRIDE',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
  levels: ['synth'],
  avoidedBy: '`ExecAudit` sets the logging together with its log group.',
  subject: 'cluster',
  needs: ['executeCommandLogging', 'sessionRecords'],
  check: ({ executeCommandLogging, sessionRecords: records }) => {
    if (!records) return [];
    if (executeCommandLogging !== 'OVERRIDE') {
      return !known(records.hasPlaces) ? [] : [{
        property: 'executeCommandConfiguration.logging',
        detail: `logging (${executeCommandLogging}) is not OVERRIDE, and a logConfiguration stands beside it`,
        fix: executeCommandLogging === 'NONE' ? 'set logging to OVERRIDE, or leave the logConfiguration out' : 'set logging to OVERRIDE',
      }];
    }
    return known(records.toLogGroup) || known(records.toBucket) ? [] : [{
      property: 'executeCommandConfiguration.logConfiguration',
      detail: 'logConfiguration (without a log group and a bucket) is refused by ECS with the logging OVERRIDE',
      fix: 'name a log group or a bucket, or leave out the logging OVERRIDE',
    }];
  },
});
