import { Unknown } from '../../../facts/fact';
import type { LogGroup } from '../../collect/shapes';
import { sessionRecordsOf } from '../../collect/session-records';
import { onCluster, type LiveResult } from '../live-check';

/** The log group of a cluster for sessions of ECS Exec, which its services share. */
export const logExecSessionsFail = onCluster({
  id: 'log-exec-sessions-fail',
  check: ({ cluster: { cluster, services } }) => {
    const users = services.flatMap(({ service, logGroups }) => {
      const records = sessionRecordsOf(service, cluster);
      return records?.group === undefined ? [] : [{ records, group: records.group, logGroups }];
    });
    const [user] = users;
    if (users.length === 0) return [];
    const { group: name, records, logGroups } = users.find((one) => !(one.logGroups instanceof Unknown)) ?? user;
    if (logGroups instanceof Unknown) return [{ notChecked: logGroups.reason }];
    return faultsOf(name, (logGroups as ReadonlyMap<string, LogGroup | undefined>).get(name), records.demandsKey);
  },
});

function faultsOf(name: string, group: LogGroup | undefined, demandsKey: boolean): readonly LiveResult[] {
  if (group === undefined) {
    return [{
      property: 'cloudWatchLogGroupName',
      thing: name,
      detail: `cloudWatchLogGroupName (${name}) of the cluster does not exist, so each session of ECS Exec ends at once`,
      fix: `create the log group ${name}, or name another one in executeCommandConfiguration of the cluster`,
    }];
  }
  return demandsKey && group.kmsKeyId === undefined ? [{
    property: 'cloudWatchEncryptionEnabled',
    detail: `cloudWatchEncryptionEnabled (true) of the cluster is for a log group with a key, and ${name} has none, so each session of ECS Exec ends at once`,
    fix: `associate a key with the log group ${name}, or turn cloudWatchEncryptionEnabled off`,
  }] : [];
}
