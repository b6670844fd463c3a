import { combined, type Series, type SeriesById } from './series';
import { parseMath, type MathNode, type Operator } from '../facts/metric-math';

/** Value of a part of an expression: a number, a series, or an array of series. */
type Value = number | Series | readonly Series[];

/** Periods that are evaluated, from the oldest to the newest. */
export interface Window {
  readonly seconds: readonly number[];
}

/**
 * Evaluates metric math the way CloudWatch documents it: arithmetic takes a value that is missing beside another one for 0, a
 * division by zero drops the point, and `IF` answers 0 where the condition holds and its value is missing.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function evaluateMath(expression: string, series: SeriesById, window: Window): Series {
  const tree = parseMath(expression);
  if (!tree) throw new Error(`${expression} is no metric math`);
  const result = evaluate(tree, series, window);
  if (!(result instanceof Map)) throw new Error(`${expression} is no time series, which the result of metric math must be`);
  return result;
}

function evaluate(node: MathNode, series: SeriesById, window: Window): Value {
  const valueOf = (part: MathNode) => evaluate(part, series, window);
  switch (node.kind) {
    case 'number': return node.value;
    case 'negative': return pointwise('-', 0, single(valueOf(node.of)));
    case 'operation': return pointwise(node.operator, single(valueOf(node.left)), single(valueOf(node.right)));
    case 'list': return node.items.map((item) => asSeries(valueOf(item)));
    case 'call': return call(node.name, node.args, series, window);
    case 'id': if (node.id in series) return series[node.id];
  }
  throw new Error(`${node.kind === 'id' ? node.id : node.value} is no metric of this expression`);
}

function call(name: string, args: readonly MathNode[], series: SeriesById, window: Window): Value {
  const values = () => args.map((arg) => evaluate(arg, series, window));
  switch (name) {
    case 'IF': return choice(values());
    case 'FILL': return filled(args, series, window);
    case 'CEIL': return each(single(values()[0]), Math.ceil);
    case 'FLOOR': return each(single(values()[0]), Math.floor);
    case 'ABS': return each(single(values()[0]), Math.abs);
    case 'MAX': return reduced(values()[0], (points) => Math.max(...points));
    case 'MIN': return reduced(values()[0], (points) => Math.min(...points));
    case 'SUM': return reduced(values()[0], total);
    case 'AVG': return reduced(values()[0], (points) => total(points) / points.length);
  }
  throw new Error(`${name} is no function that is evaluated here`);
}

function choice([condition, whenTrue, whenFalse]: readonly Value[]): Value {
  const [yes, no] = [single(whenTrue), whenFalse === undefined ? undefined : single(whenFalse)];
  if (typeof condition === 'number') return condition === 0 ? no ?? new Map() : yes;
  return combined([asSeries(condition)], (second) => {
    const holds = at(single(condition), second) !== 0;
    return holds ? at(yes, second) ?? 0 : no === undefined ? undefined : at(no, second);
  });
}

function filled([metric, filler]: readonly MathNode[], series: SeriesById, window: Window): Value {
  const points = asSeries(evaluate(metric, series, window));
  const value = evaluate(filler, series, window);
  return new Map(window.seconds.flatMap((second) => {
    const point = points.get(second) ?? at(single(value), second);
    return point === undefined ? [] : [[second, point] as const];
  }));
}

/** Of one series a number, of an array one series. */
function reduced(value: Value, reduce: (points: readonly number[]) => number): Value {
  if (typeof value === 'number') return value;
  if (isSeries(value)) return value.size === 0 ? new Map<number, number>() : reduce([...value.values()]);
  return combined(value, (second) => reduce(value.map((one) => one.get(second) ?? 0)));
}

function pointwise(operator: Operator, left: number | Series, right: number | Series): Value {
  if (typeof left === 'number' && typeof right === 'number') return OPERATIONS[operator](left, right);
  const all = [left, right].filter((side): side is Series => typeof side !== 'number');
  return combined(all, (second) => OPERATIONS[operator](at(left, second) ?? 0, at(right, second) ?? 0));
}

/** An infinite result is a point that is dropped. */
const OPERATIONS: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  'AND': (left, right) => Number(left !== 0 && right !== 0),
  'OR': (left, right) => Number(left !== 0 || right !== 0),
};

function each(value: number | Series, change: (point: number) => number): Value {
  return typeof value === 'number' ? change(value) : combined([value], (second) => change(value.get(second)!));
}

function at(value: number | Series, second: number): number | undefined {
  return typeof value === 'number' ? value : value.get(second);
}

function asSeries(value: Value): Series {
  if (isSeries(value)) return value;
  throw new Error('an array of time series has only time series');
}

function single(value: Value): number | Series {
  if (typeof value === 'number' || isSeries(value)) return value;
  throw new Error('operators between arrays of time series are not evaluated here');
}

function isSeries(value: Value): value is Series {
  return value instanceof Map;
}

function total(points: readonly number[]): number {
  return points.reduce((sum, point) => sum + point, 0);
}
