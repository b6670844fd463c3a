import { Alarm, type AlarmSettings, type AlarmState } from '../../src/simulation/alarm';
import { MetricStore } from '../../src/simulation/metric-store';

const NOW = 630;

function alarmOn(points: string, settings: Partial<AlarmSettings>, before: AlarmState = 'OK'): AlarmState {
  const store = new MetricStore();
  points.split(' ').forEach((point, index) => {
    if (point !== '-') store.publish('cpu', { start: 300 + index * 60, seenAt: 0, samples: [point === 'X' ? 1 : 0] });
  });
  const alarm = new Alarm({
    metrics: { cpu: { metric: 'cpu', statistic: 'Average' } },
    expression: 'cpu',
    periodSeconds: 60,
    comparison: '>',
    threshold: 0.5,
    datapointsToAlarm: 3,
    evaluationPeriods: 3,
    missingData: 'missing',
    ...settings,
  });
  alarm.state = before;
  expect(alarm.isDue(NOW)).toBe(true);
  alarm.evaluate(NOW, store);
  return alarm.state;
}

const [OK, ALARM, NONE, KEPT] = ['OK', 'ALARM', 'INSUFFICIENT_DATA', undefined] as const;
const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

// The tables of the page on missing data.
test.each([
  ['0 - X - X', 3, [OK, OK, OK, OK]],
  ['0 - - - -', 3, [OK, OK, OK, OK]],
  ['- - - - -', 3, [NONE, KEPT, ALARM, OK]],
  ['0 X X - X', 3, [ALARM, ALARM, ALARM, ALARM]],
  ['- - - - X', 3, [NONE, KEPT, ALARM, OK]],
  ['X - - - -', 3, [ALARM, KEPT, ALARM, OK]],
  ['0 - X - X', 2, [ALARM, ALARM, ALARM, ALARM]],
  ['0 0 X 0 X', 2, [ALARM, ALARM, ALARM, ALARM]],
  ['0 - X - -', 2, [OK, OK, ALARM, OK]],
  ['- - - - 0', 2, [OK, OK, ALARM, OK]],
  ['- - - - X', 2, [NONE, KEPT, ALARM, OK]],
])('%s with %i of 3', (points, datapointsToAlarm, expected) => {
  for (const before of ['OK', 'ALARM'] as const) {
    const states = TREATMENTS.map((missingData) => alarmOn(points, { datapointsToAlarm, missingData }, before));
    expect(states).toEqual(expected.map((state) => state ?? before));
  }
});

test.each([['>', 0.5, OK], ['>=', 1, ALARM], ['<', 1, OK], ['<=', 1, ALARM]] as const)('%s %d', (comparison, threshold, expected) => {
  expect(alarmOn('X X X X X', { comparison, threshold: comparison === '>' ? 1 : threshold })).toBe(expected);
});

test('is evaluated every ten seconds for short periods', () => {
  const alarm = new Alarm({
    metrics: {}, expression: '', periodSeconds: 20, comparison: '>', threshold: 0, datapointsToAlarm: 1, evaluationPeriods: 1, missingData: 'missing',
  });
  expect([0, 5, 10, 15, 30].filter((second) => alarm.isDue(second))).toEqual([5, 15]);
});
