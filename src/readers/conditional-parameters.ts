import { DEEPEST } from './condition';
import { argumentOf, intrinsic } from './resolve';
import { asRecord, OTHER, type Assumed, type TemplateSource } from './template';

/** A parameter that decides conditions, and the values that take them one way or the other. */
export interface ConditionalParameter {
  readonly name: string;
  /** Its default, or what stands for whatever it is given. */
  readonly first: Assumed;
  readonly others: readonly Assumed[];
  /** What conditions compare it with. */
  readonly compared: readonly string[];
}

/** The parameters that conditions of a template ask for, without those that are given. */
export function conditionalParameters({ body, parameters }: TemplateSource): readonly ConditionalParameter[] {
  const compared = new Map<string, Set<string>>();
  findCompared(asRecord(asRecord(body).Conditions), compared);
  const declared: Readonly<Record<string, unknown>> = { 'AWS::Partition': { Default: 'aws' }, ...asRecord(asRecord(body).Parameters) };
  return [...compared].flatMap(([name, literals]) => {
    const parameter = asRecord(declared[name]);
    // What Systems Manager holds is known to nobody here.
    const isOpen = name in declared && !parameters?.has(name) && !String(parameter.Type).startsWith('AWS::SSM::Parameter::');
    return isOpen ? conditionalParameter(name, parameter, [...literals]) ?? [] : [];
  });
}

function conditionalParameter(
  name: string, { Default, AllowedValues }: Readonly<Record<string, unknown>>, compared: readonly string[],
): ConditionalParameter | undefined {
  const allowed = Array.isArray(AllowedValues) ? AllowedValues.map(String) : undefined;
  const likely = allowed ? compared.filter((value) => allowed.includes(value)) : compared;
  const other: Assumed | undefined = allowed ? allowed.find((value) => !compared.includes(value)) : OTHER;
  const values: readonly Assumed[] = other === undefined || compared.length === 0 ? likely : [other, ...likely];
  const first: Assumed | undefined = Default === undefined ? values[0] : String(Default);
  if (first === undefined) return undefined;
  const isCompared = compared.includes(String(first));
  return { name, first, others: values.filter((value) => value !== first && (isCompared || value !== other)), compared };
}

// Other functions in a condition make a parameter count too, with its default only.
function findCompared(json: unknown, found: Map<string, Set<string>>, depth = 0): void {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return;
  const name = intrinsic(json);
  const argument = argumentOf(json);
  if (name === 'Ref' && typeof argument === 'string' && !found.has(argument)) found.set(argument, new Set());
  for (const part of Object.values(json)) findCompared(part, found, depth + 1);
  if (name !== 'Fn::Equals' || !Array.isArray(argument)) return;
  const literals = argument.filter((side) => typeof side !== 'object').map(String);
  const asked = argument.filter((side) => intrinsic(side) === 'Ref').map((side) => found.get(String(argumentOf(side))));
  for (const parameter of asked) for (const literal of literals) parameter?.add(literal);
}
