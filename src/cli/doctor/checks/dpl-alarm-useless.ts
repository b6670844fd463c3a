import { Unknown } from '../../../facts/fact';
import { onService, type LiveResult } from '../live-check';

export const dplAlarmUseless = onService({
  id: 'dpl-alarm-useless',
  check: ({ live: { service, deploymentAlarms } }) => {
    const { enable, alarmNames = [] } = service.deploymentConfiguration?.alarms ?? {};
    if (!enable || alarmNames.length === 0) return [];
    if (deploymentAlarms instanceof Unknown) return [{ notChecked: deploymentAlarms.reason }];
    return alarmNames.flatMap((name): LiveResult[] => {
      const alarm = deploymentAlarms.find(({ AlarmName }) => AlarmName === name);
      if (!alarm) return [{ property: 'alarms', severity: 'warning', detail: `alarm (${name}) is not there, so it never stops a deployment`, fix: 'create the alarm, or name another' }];
      if (alarm.StateValue === 'OK') return [];
      return [{
        property: 'alarms',
        severity: 'warning',
        detail: `alarm (${name}) is in state ${alarm.StateValue ?? 'unknown'}, so a deployment that starts now is not watched by it`,
        fix: 'bring the alarm to OK before the next deployment',
      }];
    });
  },
});
