import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const dplAlarmUseless = defineGotcha({
  id: 'dpl-alarm-useless',
  title: 'Deployment alarms that stop no deployment',
  consequence: 'misbehaves',
  symptom: 'Alarms of the service go to `ALARM` during a deployment, and it goes on to the end.',
  why: 'ECS watches deployment alarms that are named and enabled. If either is missing, a deployment that sets them off continues.',
  rule: 'Deployment alarms name at least one alarm and are enabled, or they are left out altogether.',
  fix: 'name the alarms and enable them, or leave them out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html',
  levels: ['synth', 'live'],
  avoidedBy: '`DeploymentAlarms` and `Deployment` take the alarms themselves, and turn them on when there are any.',
  subject: 'service',
  needs: ['alarms'],
  check: ({ alarms }) => {
    if (!alarms) return [];
    const names = known(alarms.alarmNames);
    const isOn = known(alarms.enabled);
    if (isOn && names.length === 0) return [{ property: 'alarms', detail: 'alarms (none) are watched during a deployment' }];
    if (!isOn && names.length > 0) return [{ property: 'alarms', detail: `alarms (${names.length}) are named and not enabled` }];
    return [];
  },
});
