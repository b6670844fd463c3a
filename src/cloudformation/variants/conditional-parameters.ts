import { NoneOf, type Assumed } from '../assumed';
import { MAX_DEPTH } from '../condition';
import { argumentOf, intrinsic } from '../intrinsic';
import { asRecord } from '../json';
import { partitionOf } from '../pseudo-parameter';
import type { TemplateSource } from '../template';

/** A parameter that decides conditions, and the values that take them one way or the other. */
export interface ConditionalParameter {
  readonly name: string;
  /** The way that its default takes conditions, or one of the ways where it has none. */
  readonly first: Assumed;
  readonly others: readonly Assumed[];
  /** One of the values that stand for all that no condition compares it with, where only some are allowed. */
  readonly example?: string;
  /** What conditions compare it with. */
  readonly compared: readonly string[];
  /** Whether these values are all the ways there are. */
  readonly isAll: boolean;
}

/** How conditions ask for a parameter. */
interface Asked {
  readonly compared: Set<string>;
  /** By other functions too, or held against what is no plain text. */
  isOpen: boolean;
}

/** The parameters that conditions of a template ask for, without those that are given. */
export function conditionalParameters({ body, parameters, region }: TemplateSource): readonly ConditionalParameter[] {
  const asked = new Map<string, Asked>();
  findAsked(asRecord(asRecord(body).Conditions), asked);
  const declared: Readonly<Record<string, unknown>> = {
    ...asRecord(asRecord(body).Parameters),
    'AWS::Partition': partition(region, asked.get('AWS::Partition')?.compared ?? []),
  };
  return [...asked].flatMap(([name, how]) => {
    const parameter = asRecord(declared[name]);
    // What Systems Manager holds is known to nobody here.
    const isOpen = Object.hasOwn(declared, name) && !parameters?.has(name) && !String(parameter.Type).startsWith('AWS::SSM::Parameter::');
    return isOpen ? conditionalParameter(name, parameter, how) : [];
  });
}

function partition(region: string | undefined, compared: Iterable<string>): object {
  return region === undefined ? { Default: 'aws', AllowedValues: ['aws', ...compared] } : { Default: partitionOf(region), AllowedValues: [partitionOf(region)] };
}

function conditionalParameter(
  name: string, { Default, AllowedValues }: Readonly<Record<string, unknown>>, asked: Asked,
): readonly ConditionalParameter[] {
  const compared = [...asked.compared];
  if (compared.length === 0) return [];
  const allowed = Array.isArray(AllowedValues) ? AllowedValues.map(String) : undefined;
  const likely = allowed ? compared.filter((value) => allowed.includes(value)) : compared;
  const left = allowed?.filter((value) => !compared.includes(value));
  const other: readonly Assumed[] = left === undefined || left.length > 1 ? [new NoneOf(compared)] : left;
  const ways: readonly Assumed[] = [...other, ...likely];
  const byDefault = Default === undefined ? ways[0] : compared.includes(String(Default)) ? String(Default) : other[0] ?? String(Default);
  if (byDefault === undefined) return [];
  return [{ name, first: byDefault, others: ways.filter((way) => way !== byDefault), example: left?.[0], compared, isAll: !asked.isOpen }];
}

function findAsked(json: unknown, found: Map<string, Asked>, depth = 0): void {
  if (typeof json !== 'object' || json === null || depth > MAX_DEPTH) return;
  const argument = argumentOf(json);
  const called = intrinsic(json);
  if (called === 'Ref') {
    askedFor(argument, found).isOpen = true;
    return;
  }
  const sides: readonly unknown[] = called === 'Fn::Equals' && Array.isArray(argument) ? argument : [];
  const literals = sides.filter((side) => typeof side !== 'object').map(String);
  const names = sides.filter((side) => intrinsic(side) === 'Ref').map(argumentOf);
  if (literals.length === 1 && names.length === 1) {
    askedFor(names[0], found).compared.add(literals[0]);
    return;
  }
  for (const part of Object.values(json)) findAsked(part, found, depth + 1);
}

function askedFor(name: unknown, found: Map<string, Asked>): Asked {
  const known = found.get(String(name)) ?? { compared: new Set<string>(), isOpen: false };
  found.set(String(name), known);
  return known;
}
