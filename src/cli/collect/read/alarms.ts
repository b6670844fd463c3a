import type { Fact } from '../../../facts/fact';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe, someOf } from '../describe';
import type { Alarm } from '../shapes';

/** Alarms by name; one that is gone is left out. */
export async function readAlarms({ aws, say }: Context, names: readonly string[]): Promise<(names: readonly string[]) => Fact<readonly Alarm[]>> {
  const wanted = unique(names);
  const read = await describe(aws, {
    call: CALLS.describeAlarms,
    ids: wanted,
    read: async (AlarmNames) => {
      const answer = await aws.send(CALLS.describeAlarms, {
        AlarmNames: [...AlarmNames], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: CALLS.describeAlarms.batch,
      });
      const items: Alarm[] = [...answer.MetricAlarms ?? [], ...answer.CompositeAlarms ?? []];
      const there = new Set(items.map(({ AlarmName }) => AlarmName));
      return { items, missing: AlarmNames.filter((name) => !there.has(name)) };
    },
    idOf: ({ AlarmName }) => AlarmName,
    onAnswered: (count) => say(`${count} of ${wanted.length} alarms`),
  });
  return (some) => someOf(read, some);
}
