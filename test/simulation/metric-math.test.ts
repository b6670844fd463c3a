import { nodesOf, parseMath } from '../../src/facts/metric-math';
import { evaluateMath } from '../../src/simulation/evaluate-math';
import type { Series } from '../../src/simulation/series';

const MISSING = undefined;

/** Data points a minute apart. */
function series(...points: ReadonlyArray<number | undefined>): Series {
  return new Map(points.flatMap((point, index) => (point === undefined ? [] : [[index * 60, point] as const])));
}

function evaluated(expression: string, given: Readonly<Record<string, Series>>, length = 5): ReadonlyArray<number | undefined> {
  const seconds = Array.from({ length }, (_, index) => index * 60);
  const result = evaluateMath(expression, given, { seconds });
  return seconds.map((second) => result.get(second));
}

describe('the examples of the metric math page', () => {
  const metric1 = series(30, 20, 0, 0);
  const metric2 = series(20, MISSING, 20, MISSING);

  test.each([
    ['(metric1 < metric2)', [0, 0, 1, 0]],
    ['(metric1 >= 30)', [1, 0, 0, 0]],
    ['(metric1 > 15 AND metric2 > 15)', [1, 0, 0, 0]],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression, { metric1, metric2 }, 4)).toEqual(expected);
  });

  test.each([
    ['IF(condition, whenTrue, whenFalse)', [30, 0, 20, MISSING, MISSING]],
    ['IF(condition, 5, whenFalse)', [5, 5, 20, MISSING, MISSING]],
    ['IF(condition, whenTrue, 5)', [30, 0, 5, 5, MISSING]],
  ])('%s', (expression, expected) => {
    const given = {
      condition: series(1, 1, 0, 0, MISSING),
      whenTrue: series(30, MISSING, 0, 0, 30),
      whenFalse: series(0, 0, 20, MISSING, 20),
    };
    expect(evaluated(expression, given)).toEqual(expected);
  });
});

test.each([
  ['m1 + m2', [11, 2, MISSING, 4, 10]],
  ['m1 / m2', [10, MISSING, MISSING, 0, 0]],
  ['-m1 * 2', [-20, -4, MISSING, MISSING, 0]],
  ['2 ^ 3 - m1', [-2, 6, MISSING, MISSING, 8]],
  ['FILL(m1, 0)', [10, 2, 0, 0, 0]],
  ['FILL(m1, m2)', [10, 2, MISSING, 4, 0]],
  ['CEIL(m1 / 3)', [4, 1, MISSING, MISSING, 0]],
  ['SUM([m1, m2])', [11, 2, MISSING, 4, 10]],
  ['MAX([m1, m2])', [10, 2, MISSING, 4, 10]],
  ['m1 - MIN(m1)', [10, 2, MISSING, MISSING, 0]],
  ['m1 / MAX(m1) + 0 * AVG(m1)', [1, 0.2, MISSING, MISSING, 0]],
  ['IF(1, m1)', [10, 2, MISSING, MISSING, 0]],
  ['IF(0, m1)', [MISSING, MISSING, MISSING, MISSING, MISSING]],
  ['IF(m1 == 10 || m2 != 4, ABS(-m1), FLOOR(m2 + 0.5))', [10, 2, MISSING, 4, 0]],
])('%s', (expression, expected) => {
  const given = { m1: series(10, 2, MISSING, MISSING, 0), m2: series(1, 0, MISSING, 4, 10) };
  expect(evaluated(expression, given)).toEqual(expected);
});

test.each(['m1 +', 'SELECT MAX(CPUUtilization) FROM SCHEMA("AWS/ECS")', 'IF(m1', '[m1', 'm1 % 2', 'm1 m2', ''])('%j is no metric math', (expression) => {
  expect(parseMath(expression)).toBeUndefined();
  expect(() => evaluateMath(expression, {}, { seconds: [] })).toThrow('is no metric math');
});

test.each([
  ['1 + 1', 'is no time series'],
  ['m2', 'm2 is no metric of this expression'],
  ['SORT(m1)', 'SORT is no function'],
  ['[m1] + 1', 'between arrays'],
  ['SUM([1])', 'has only time series'],
  ['FILL("m1", 0)', 'm1 is no metric'],
])('%s fails', (expression, message) => {
  expect(() => evaluated(expression, { m1: series(1) })).toThrow(message);
});

test('the nodes of a tree are all of it', () => {
  const kinds = nodesOf(parseMath('IF(-m1 > 0, [m1, 2], "x")')!).map(({ kind }) => kind);
  expect(kinds).toEqual(['call', 'operation', 'negative', 'id', 'number', 'list', 'id', 'number', 'text']);
});
