import { conditionalParameters, type ConditionalParameter } from './conditional-parameters';
import { keyOf } from './reading';
import type { Subject } from './subjects';
import { asRecord, OTHER, type Assumed, type TemplateSource } from './template';

/** The templates of an app, with what is assumed of parameters that nobody gave. */
export interface Variant {
  readonly sources: readonly TemplateSource[];
  readonly assumes: Assumes;
  /** By template, the parameter that differs from the first variant that assumes the same. */
  readonly choices: ReadonlyMap<string, Choice>;
}

/** Nothing, values of parameters that decide conditions, or these and the defaults of all others. */
type Assumes = 'nothing' | 'conditions' | 'defaults';

interface Choice {
  readonly parameter: ConditionalParameter;
  readonly value: Assumed;
}

// Each is a reading of all templates. A condition beyond is looked at as its parameters' defaults have it.
const MOST_CHOICES = 7;

/**
 * What templates may become: conditions as the defaults of parameters decide them, then each time one parameter with another value
 * that a condition asks for; where other parameters have defaults, all of it with these and without. Last, the templates as they are.
 */
export function variantsOf(sources: readonly TemplateSource[]): readonly Variant[] {
  const plans = new Map(sources.filter(({ nestedIn }) => !nestedIn).map((source) => [source.id, planOf(source)]));
  const all = [...plans.values()];
  const count = Math.max(...all.map(({ choices }) => choices.length), 0) + 1;
  const variants = (assumes: Assumes) => Array.from({ length: count }, (_, at) => variantOf(sources, plans, at - 1, assumes));
  return [
    ...all.some(({ defaults }) => defaults.size > 0) ? variants('defaults') : [],
    ...all.some(({ first }) => first.size > 0) ? variants('conditions') : [],
    { sources, assumes: 'nothing', choices: new Map() },
  ];
}

/** Whether a variant shows something; `undefined` where it has nothing that could. */
type Shows = (variant: Variant) => boolean | undefined;

/** How what variants show is told of one subject. */
export function telling(variants: readonly Variant[]) {
  return {
    keyOf: ({ kind, resource }: Subject) => `${kind} ${keyOf(resource)}`,
    assumptionOf: ({ resource }: Subject, shows: Shows) => assumptionOf(resource.template.source.id, variants, shows),
  };
}

const LEAST_FIRST: readonly Assumes[] = ['nothing', 'conditions', 'defaults'];

/** For which parameters something holds that not every variant shows, as in `when Stage is prod`. */
function assumptionOf(template: string, variants: readonly Variant[], shows: Shows): string | undefined {
  const withLeast = LEAST_FIRST.find((assumes) => variants.some((variant) => variant.assumes === assumes && shows(variant)));
  const among = variants.filter(({ assumes }) => assumes === withLeast);
  const parts = [deciding(template, among, shows), withLeast === 'defaults' ? 'with the defaults of parameters' : undefined];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

function deciding(template: string, among: readonly Variant[], shows: Shows): string | undefined {
  const without = among.filter((variant) => shows(variant) === false);
  if (without.length === 0) return undefined;
  const isFirst = shows(among[0]);
  // What the first variant shows is told by the values that all without it don't have.
  const others = (isFirst ? without : among.filter(shows).slice(0, 1)).map(({ choices }) => choices.get(template));
  if (others.includes(undefined)) return 'for some values of the parameters of other templates';
  const told = others.map((choice) => tell(choice!.parameter, isFirst ? choice!.parameter.first : choice!.value));
  return `when ${[...new Set(told)].join(' and ')}`;
}

interface Plan {
  readonly first: ReadonlyMap<string, Assumed>;
  readonly choices: readonly Choice[];
  /** Of parameters that no condition asks for. */
  readonly defaults: ReadonlyMap<string, Assumed>;
}

function planOf(source: TemplateSource): Plan {
  const conditional = conditionalParameters(source);
  const first = new Map<string, Assumed>(conditional.map((parameter) => [parameter.name, parameter.first]));
  const defaults = Object.entries(asRecord(asRecord(source.body).Parameters))
    .map(([name, parameter]) => [name, asRecord(parameter)] as const)
    .filter(([name, { Default, Type }]) => Default !== undefined && !first.has(name) && !source.parameters?.has(name)
      && !String(Type).startsWith('AWS::SSM::Parameter::'))
    .map(([name, { Default }]) => [name, String(Default)] as const);
  const choices = conditional.flatMap((parameter) => parameter.others.map((value): Choice => ({ parameter, value })));
  return { first, choices: choices.slice(0, MOST_CHOICES), defaults: new Map(defaults) };
}

function variantOf(sources: readonly TemplateSource[], plans: ReadonlyMap<string, Plan>, at: number, assumes: Assumes): Variant {
  const choices = new Map<string, Choice>();
  const assumed = sources.map((source) => {
    const plan = plans.get(source.id);
    if (!plan || plan.first.size + plan.defaults.size === 0) return source;
    const choice = at < 0 ? undefined : plan.choices[at];
    if (choice) choices.set(source.id, choice);
    const chosen: ReadonlyArray<readonly [string, Assumed]> = choice ? [[choice.parameter.name, choice.value]] : [];
    return { ...source, assumed: new Map<string, Assumed>([...assumes === 'defaults' ? plan.defaults : [], ...plan.first, ...chosen]) };
  });
  return { sources: assumed, assumes, choices };
}

function tell({ name, compared }: ConditionalParameter, value: Assumed): string {
  if (value !== OTHER) return value === '' ? `${name} is empty` : `${name} is ${value}`;
  if (compared.length === 1) return `${name} is not ${compared[0] || 'empty'}`;
  return `${name} is none of ${compared.map((each) => each || "''").join(', ')}`;
}
