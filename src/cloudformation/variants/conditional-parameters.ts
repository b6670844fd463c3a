import { NoneOf, type Assumed } from '../assumed';
import { MAX_DEPTH } from '../condition';
import { argumentOf, intrinsic } from '../intrinsic';
import { asRecord, isScalar } from '../json';
import { partitionOf } from '../pseudo-parameter';
import type { TemplateSource } from '../template';

/** A parameter that decides conditions, and the values that make them true or false. */
export interface ConditionalParameter {
  readonly name: string;
  /** Value that decides conditions as its default does, or any value where it has no default. */
  readonly first: Assumed;
  readonly others: readonly Assumed[];
  /** An allowed value that no condition compares the parameter with. */
  readonly example?: string;
  /** Values that conditions compare the parameter with. */
  readonly compared: readonly string[];
  /** True if the values cover every outcome of the conditions. */
  readonly isAll: boolean;
}

/** Uses of a parameter in conditions. */
interface Asked {
  readonly compared: Set<string>;
  /** Used by other functions too, or compared with a value that is no plain text. */
  isOpen: boolean;
}

/** Parameters that conditions of a template use, without those whose value is known. */
export function conditionalParameters({ body, parameters, region }: TemplateSource): readonly ConditionalParameter[] {
  const asked = new Map<string, Asked>();
  findAsked(asRecord(asRecord(body).Conditions), asked);
  const declared: Readonly<Record<string, unknown>> = {
    ...asRecord(asRecord(body).Parameters),
    'AWS::Partition': partition(region, asked.get('AWS::Partition')?.compared ?? []),
  };
  return [...asked].flatMap(([name, how]) => {
    const parameter = asRecord(declared[name]);
    // Values in Systems Manager are in no template.
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
  const allowed = Array.isArray(AllowedValues) ? AllowedValues.filter(isScalar).map(String) : undefined;
  const likely = allowed ? compared.filter((value) => allowed.includes(value)) : compared;
  const left = allowed?.filter((value) => !compared.includes(value));
  const other: readonly Assumed[] = left === undefined || left.length > 1 ? [new NoneOf(compared)] : left;
  const ways: readonly Assumed[] = [...other, ...likely];
  const byDefault = !isScalar(Default) ? ways[0] : compared.includes(String(Default)) ? String(Default) : other[0] ?? String(Default);
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
