import { conditionalParameters, type ConditionalParameter } from './conditional-parameters';
import { linkedTemplates } from './cross-stack';
import { NoneOf, type Assumed } from '../assumed';
import { asRecord, isScalar } from '../json';
import { rootsOf } from '../root-stacks';
import type { TemplateSource } from '../template';

/** The templates of an app, with assumed values for the parameters that are not set. */
export interface Variant {
  readonly sources: readonly TemplateSource[];
  readonly assumes: Assumes;
  /** By template, nested ones too, the parameter that differs from the first variant that assumes the same. */
  readonly choices: ReadonlyMap<string, Choice>;
  /** Ids of the templates in which something may differ from the variant that assumes less; left out, it is the one that all are in. */
  readonly affected?: ReadonlySet<string>;
  /** The variant that assumes less, and otherwise the same. */
  readonly basis?: Variant;
}

/** Nothing, values of parameters that decide conditions, or these and the defaults of all others. */
export type Assumes = 'nothing' | 'conditions' | 'defaults';

/** A value of a parameter that changes the outcome of conditions. */
export interface Choice {
  readonly parameter: ConditionalParameter;
  readonly value: Assumed;
}

// Each choice costs a reading of all templates. Conditions beyond the limit are evaluated with the defaults of their parameters.
const MOST_CHOICES = 7;

/**
 * Variants of templates: first with conditions as the defaults of parameters decide them, then with one parameter at a time at another value
 * that a condition compares; where other parameters have defaults, each variant with and without these. The last variant is the templates as they are.
 */
export function variantsOf(sources: readonly TemplateSource[]): readonly Variant[] {
  const plans = new Map(sources.filter(({ nestedIn }) => !nestedIn).map((source) => [source.id, planOf(source)]));
  const all = [...plans.values()];
  if (all.every(({ first, choices, defaults }) => first.size + choices.length + defaults.size === 0)) return [asTheyAre(sources)];
  const count = Math.max(...all.map(({ choices }) => choices.length), 0) + 1;
  const joined = linkedTemplates(sources);
  const variants = (assumes: Assumes, basisOf: (at: number) => Variant) =>
    Array.from({ length: count }, (_, at) => withJoined(variantOf(sources, plans, at - 1, assumes, basisOf(at)), joined));
  const basis = asTheyAre(sources);
  const conditions = all.some(({ first, choices }) => first.size + choices.length > 0) ? variants('conditions', () => basis) : [];
  const defaults = all.some((plan) => plan.defaults.size > 0) ? variants('defaults', (at) => conditions[at] ?? basis) : [];
  return [...defaults, ...conditions, basis];
}

function asTheyAre(sources: readonly TemplateSource[]): Variant {
  return { sources, assumes: 'nothing', choices: new Map() };
}

interface Plan {
  /** Values of the parameters that are varied over every outcome of their conditions. */
  readonly first: ReadonlyMap<string, Assumed>;
  readonly choices: readonly Choice[];
  /** Defaults of the other parameters, and of those whose default is more exact than its effect on conditions. */
  readonly defaults: ReadonlyMap<string, Assumed>;
}

function planOf(source: TemplateSource): Plan {
  const conditional = conditionalParameters(source);
  const all = conditional.flatMap((parameter) => parameter.others.map((value): Choice => ({ parameter, value })));
  const beyond = new Set(all.slice(MOST_CHOICES).map(({ parameter }) => parameter));
  const tried = conditional.filter((parameter) => parameter.isAll && !beyond.has(parameter));
  const first = new Map(tried.map((parameter) => [parameter.name, parameter.first] as const));
  const defaults = Object.entries(asRecord(asRecord(source.body).Parameters))
    .map(([name, parameter]) => [name, asRecord(parameter)] as const)
    .filter(([name, { Default, Type }]) => isScalar(Default) && typeof first.get(name) !== 'string' && !source.parameters?.has(name)
      && !String(Type).startsWith('AWS::SSM::Parameter::') && !isNothing(Default, Type))
    .map(([name, { Default }]) => [name, String(Default)] as const);
  return { first, choices: all.slice(0, MOST_CHOICES), defaults: new Map(defaults) };
}

// AWS has no such resource: the user must pass one.
function isNothing(Default: unknown, Type: unknown): boolean {
  return Default === '' && /^(List<)?AWS::/.test(String(Type));
}

function variantOf(sources: readonly TemplateSource[], plans: ReadonlyMap<string, Plan>, at: number, assumes: Assumes, basis: Variant): Variant {
  const choices = new Map<string, Choice>();
  const differing = new Set<string>();
  const roots = rootsOf(sources);
  const assumed = sources.map((source) => {
    const plan = plans.get(roots.get(source.id)!);
    // Its parent is not here.
    if (!plan) return source;
    const choice = at < 0 ? undefined : plan.choices[at];
    if (choice) choices.set(source.id, choice);
    const values = new Map<string, Assumed>([...plan.first, ...assumes === 'defaults' ? plan.defaults : []]);
    if (choice) values.set(choice.parameter.name, taken(choice, assumes));
    if (choice || (at < 0 && values.size > 0)) differing.add(source.id);
    if (!source.nestedIn) return values.size === 0 ? source : { ...source, assumed: values };
    // A nested stack gets its parameters from its parent, and is where that is.
    const partition = values.get(PARTITION);
    return partition === undefined ? source : { ...source, assumed: new Map([[PARTITION, partition]]) };
  });
  return { sources: assumed, assumes, choices, affected: differing, basis };
}

// A difference in one template may reach every linked template.
function withJoined(variant: Variant, joined: ReadonlySet<string>): Variant {
  const affected = [...variant.affected!];
  return affected.some((id) => joined.has(id)) ? { ...variant, affected: new Set([...affected, ...joined]) } : variant;
}

const PARTITION = 'AWS::Partition';

/** Value of a choice: exact values are assumed only together with defaults. */
export function taken({ parameter, value }: Choice, assumes: Assumes): Assumed {
  return assumes === 'defaults' && value instanceof NoneOf ? parameter.example ?? value : value;
}
