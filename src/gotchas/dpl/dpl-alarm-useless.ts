import { known } from '../../facts/fact';
import { nearest } from '../../text/nearest';
import { defineGotcha, each, type Result } from '../definition';

export const dplAlarmUseless = defineGotcha({
  id: 'dpl-alarm-useless',
  title: 'Deployment alarms that stop no deployment',
  consequence: 'misbehaves',
  symptom: 'Alarms of the service go to `ALARM` during a deployment, and it goes on to the end.',
  why: 'ECS watches deployment alarms that are named and enabled. If either is missing, a deployment that sets them off continues.',
  rule: 'Deployment alarms name at least one alarm, by its name and not by its ARN, and are enabled, or they are left out altogether. A name that no alarm of the app has, and that is spelled much like the name of one, is a warning.',
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
    return each(names, (name) => misspelled(known(name), alarms.namesInApp ?? []));
  },
});

/** Finds a name that no alarm of the app has, and that is spelled much like the name of one. Alarms with other numbers are others. */
function misspelled(name: string, inApp: readonly string[]): readonly Result[] {
  if (name.startsWith('arn:')) {
    return [{ property: 'alarms', detail: `alarms (${name.replace(/^arn:[^#]*#/, 'the ARN of ')}) are no names of alarms`, fix: 'name the alarm: Ref, or alarm.alarmName' }];
  }
  // The key of an alarm of the app is no name.
  if (name.includes('#')) return [];
  const digits = (text: string) => text.replace(/\D/g, '');
  const longer = inApp.filter((other) => name.toLowerCase().startsWith(other.toLowerCase()));
  const [near] = inApp.includes(name) ? [] : [...longer, ...nearest(name, inApp, 1)].filter((other) => digits(other) === digits(name));
  return near === undefined ? [] : [{
    property: 'alarms',
    detail: `alarms (${name}) are not in the app, which has an alarm ${near}`,
    fix: 'refer to the alarm instead of writing its name: alarm.alarmName',
  }];
}
